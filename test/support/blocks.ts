import { randomUUID } from "node:crypto";
import type { ActionFunctionArgs } from "@remix-run/node";
import type { BlockQuestion, BlockReply, ChoiceReply, ProductsBlock } from "../../app/domain/placements/contract";
import * as choiceRoute from "../../app/routes/api.placements.choice";
import * as decisionRoute from "../../app/routes/api.placements.decision";
import * as declineRoute from "../../app/routes/api.placements.decline";
import * as impressionRoute from "../../app/routes/api.placements.impression";
import { signJwt } from "../shopify/tokens/jwt";
import { apiKey, apiSecret } from "./app-environment";

/** A session token of a checkout or customer-account extension. */
export function extensionToken(shop: string, customerId: number | null = null): string {
  const seconds = Math.floor(Date.now() / 1000);
  const claims = { dest: shop, aud: apiKey, exp: seconds + 300, nbf: seconds, iat: seconds, jti: randomUUID() };
  return signJwt(customerId === null ? claims : { ...claims, sub: `gid://shopify/Customer/${String(customerId)}` }, apiSecret);
}

/** A purchase of product 100, on the thank-you page. */
export function buildQuestion(over: Partial<BlockQuestion> = {}): BlockQuestion {
  return {
    placement: "thank-you", checkoutToken: randomUUID(), lines: [{ productId: 100, variantId: 1001, quantity: 1, totalMinor: 2_500 }],
    totalMinor: 2_500, currency: "GBP", countryCode: "GB", locale: "en-GB", room: 6, ...over,
  };
}

/** The same in the customer account, where there is no purchase. */
export function buildAccountQuestion(over: Partial<BlockQuestion> = {}): BlockQuestion {
  const { checkoutToken: _none, ...question } = buildQuestion({ placement: "account", surface: "order-index", lines: [], totalMinor: 0, currency: "XXX" });
  return { ...question, ...over };
}

const routes = { decision: decisionRoute, impression: impressionRoute, decline: declineRoute, choice: choiceRoute };

/** Calls one of the blocks' endpoints in this process. */
export async function postBlock(endpoint: keyof typeof routes, token: string | null, body: unknown): Promise<Response> {
  return postTo(routes[endpoint], `/api/placements/${endpoint}`, token, body);
}

/** Calls a route's action in this process, as an extension does. */
export async function postTo(
  route: { action: (args: ActionFunctionArgs) => Promise<Response> }, path: string, token: string | null, body: unknown,
): Promise<Response> {
  const request = new Request(`http://localhost${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return route.action({ request, params: {}, context: {} });
}

export async function askBlock(token: string, question: BlockQuestion): Promise<BlockReply> {
  // The shape is what the tests look at.
  return (await (await postBlock("decision", token, question)).json()) as BlockReply;
}

/** A block of products that was shown. */
export async function shownBlock(token: string, question: BlockQuestion): Promise<{ decisionId: string; block: ProductsBlock }> {
  const reply = await askBlock(token, question);
  if (!reply.show || reply.block.kind !== "products") throw new Error(`no products were shown: ${JSON.stringify(reply)}`);
  return { decisionId: reply.decisionId, block: reply.block };
}

export async function choose(token: string, body: object): Promise<ChoiceReply> {
  return (await (await postBlock("choice", token, body)).json()) as ChoiceReply;
}
