import { createHash, randomUUID } from "node:crypto";
import type { DecisionReply } from "../../app/domain/decisions/contract";
import { CourtesyPolicy } from "../../app/domain/courtesy/policy";
import type { OfferContent } from "../../app/domain/offers/offer";
import { ShopId } from "../../app/domain/shops/shop-id";
import { pool } from "../../app/data/database.server";
import { insertPolicy } from "../../app/data/courtesy/policies.server";
import { insertOffer, setStatus } from "../../app/data/offers/offer-writes.server";
import * as changesetRoute from "../../app/routes/api.post-purchase.changeset";
import * as decisionRoute from "../../app/routes/api.post-purchase.decision";
import * as impressionRoute from "../../app/routes/api.post-purchase.impression";
import * as outcomeRoute from "../../app/routes/api.post-purchase.outcome";
import { signJwt } from "../shopify/tokens/jwt";
import { apiSecret } from "./app-environment";
import { buildContent } from "./domain-builders";
import { hasWorker } from "./worker-of-stack";

/** A shop that has installed the app, with a product to buy (100) and one to be offered (200: variants 2001 and 2002). */
export async function installShop(name: string, settings: { currency?: string; holdOutPercent?: number } = {}): Promise<ShopId> {
  const shop = ShopId.parse(`${name}.myshopify.com`);
  await pool.query(
    `insert into shops (shop, name, currency, time_zone, installed_at, hold_out_percent) values ($1, $1, $2, 'Europe/London', now(), $3)`,
    [shop, settings.currency ?? "GBP", settings.holdOutPercent ?? 0],
  );
  await addProduct(shop, 100, [{ id: 1001, priceMinor: 2_500 }]);
  await addProduct(shop, 200, [{ id: 2001, priceMinor: 1_000 }, { id: 2002, priceMinor: 1_200 }]);
  return shop;
}

export async function addProduct(shop: ShopId, id: number, variants: Array<{ id: number; priceMinor: number; stock?: number }>): Promise<void> {
  await pool.query(
    `insert into products (shop, id, title, handle, vendor, product_type, status, tags, collection_ids, is_gift_card, published_at, source_at, observed_at)
     values ($1, $2, $3, $3, 'Maker', 'Gift', 'active', '{}', '{}', false, now() - interval '1 day', now(), now())`,
    [shop, id, `Product ${id} of ${shop}`],
  );
  for (const [index, variant] of variants.entries()) {
    await pool.query(
      `insert into variants (shop, id, product_id, title, position, price_minor, inventory_quantity, stock_limited)
       values ($1, $2, $3, $4, $5, $6, $7, true)`,
      [shop, variant.id, id, `Variant ${variant.id}`, index + 1, variant.priceMinor, variant.stock ?? 10],
    );
  }
}

/** Tells the app, as whoever writes the catalogue does. */
export async function changeCatalogue(shop: ShopId, sql: string): Promise<void> {
  await pool.query(sql, [shop]);
  await pool.query("select pg_notify('encore_catalogue', $1)", [shop]);
  await heard();
}

/** Notifications reach the app a moment after the commit. */
export async function heard(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 200));
}

/** Lets a test ask one customer again and again. */
export async function relaxCourtesy(shop: ShopId, over: Partial<CourtesyPolicy> = {}): Promise<void> {
  const relaxed = { impressionsPer30Days: 60, quietDaysAfterDecline: 0, quietDaysAfterAcceptance: 0, quietDaysAfterCase: 0, ...over };
  await insertPolicy(shop, CourtesyPolicy.parse(relaxed), null, new Date());
  await heard();
}

/** An active offer of product 200 at 20 % off. */
export async function addOffer(shop: ShopId, content: Partial<OfferContent> = {}): Promise<string> {
  const now = new Date();
  const id = await insertOffer(shop, { content: buildContent({ discount: { kind: "percentage", percent: 20 }, ...content }), savedBy: null, now });
  await setStatus(shop, [id], ["draft"], "active", now);
  await heard();
  // Of a shop that is not at Shopify nobody is told.
  const isThere = (await pool.query("select from sessions where shop = $1 limit 1", [shop])).rowCount;
  if (hasWorker() && isThere) await blocksKnow(shop);
  return id;
}

/** Blocks learn from Shopify where anything is offered, once a worker has told it. */
async function blocksKnow(shop: ShopId): Promise<void> {
  const { rows } = await pool.query<{ id: string }>(
    "select id::text from graphile_worker.add_job('placements.publish', json_build_object('shop', $1::text), job_key => 'placements ' || $1, max_attempts => 20)", [shop]);
  for (let tries = 0; tries < 600; tries += 1) {
    if (!(await pool.query("select from graphile_worker.jobs where id = $1", [rows[0]?.id])).rowCount) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("Where offers are was not published");
}

export interface PurchaseParts {
  referenceId?: string;
  customerId?: number | null;
  total?: string;
  currency?: string;
  country?: string;
  lines?: Array<{ productId: number; variantId: number; quantity: number; total: string }>;
  issuedAt?: Date;
}

/** Somebody else for every purchase: who saw or answered an offer is left in peace for a while. */
function customerOf(referenceId: string): number {
  return 1_000 + createHash("sha256").update(referenceId).digest().readUInt32BE();
}

/** The input of the post-purchase extension, as Shopify signs it. */
export function inputDataOf(shop: string, referenceId: string, parts: PurchaseParts = {}) {
  const { customerId = customerOf(referenceId), total = "25.00", currency = "GBP", country = "GB" } = parts;
  const bag = (amount: string) => {
    const money = { amount, currencyCode: currency };
    return { shopMoney: money, presentmentMoney: money };
  };
  const lines = parts.lines ?? [{ productId: 100, variantId: 1001, quantity: 1, total: "25.00" }];
  return {
    extensionPoint: "Checkout::PostPurchase::ShouldRender",
    initialPurchase: {
      referenceId,
      ...(customerId === null ? {} : { customerId: String(customerId) }),
      destinationCountryCode: country,
      totalPriceSet: bag(total),
      lineItems: lines.map((line) => ({
        product: { id: line.productId, title: "", variant: { id: line.variantId, title: "", metafields: [] }, metafields: [] },
        quantity: line.quantity,
        totalPriceSet: bag(line.total),
      })),
    },
    locale: "en-GB",
    shop: { id: 1, domain: shop, metafields: [] },
    version: "unstable",
  };
}

export function purchaseToken(shop: string, parts: PurchaseParts = {}): { referenceId: string; token: string } {
  const { referenceId = randomUUID(), issuedAt = new Date() } = parts;
  const claims = { iss: "shopify", sub: referenceId, iat: Math.floor(issuedAt.getTime() / 1000), input_data: inputDataOf(shop, referenceId, parts) };
  return { referenceId, token: signJwt(claims, apiSecret) };
}

const routes = { decision: decisionRoute, impression: impressionRoute, changeset: changesetRoute, outcome: outcomeRoute };

/** Calls one of the page's endpoints in this process, with the token in the header. */
export async function post(endpoint: keyof typeof routes, token: string | null, body?: unknown): Promise<Response> {
  const request = new Request(`http://localhost/api/post-purchase/${endpoint}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...(token === null ? {} : { Authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return routes[endpoint].action({ request, params: {}, context: {} });
}

/** As the page calls it: the token in the body, beside the request. */
export async function postTogether(endpoint: keyof typeof routes, token: unknown, wanted?: unknown): Promise<Response> {
  const request = new Request(`http://localhost/api/post-purchase/${endpoint}`, { method: "POST", body: JSON.stringify({ token, request: wanted }) });
  return routes[endpoint].action({ request, params: {}, context: {} });
}

export async function decide(token: string, after?: string): Promise<DecisionReply> {
  const response = await post("decision", token, ...(after === undefined ? [] : [{ after }]));
  // The shape is what the tests look at.
  return (await response.json()) as DecisionReply;
}

/** A purchase that was made an offer. */
export async function offered(shop: ShopId, parts: PurchaseParts = {}) {
  const purchase = purchaseToken(shop, parts);
  const reply = await decide(purchase.token);
  if (!reply.render) throw new Error("nothing was offered");
  const [variant] = reply.offer.variants;
  if (!variant) throw new Error("no variant was offered");
  const selection = { decisionId: reply.decisionId, offerId: reply.offer.offerId, variantId: variant.variantId, quantity: 1 };
  return { ...purchase, ...reply, selection };
}

export async function sign(token: string, body: unknown): Promise<{ status: number; body: { token?: string; refused?: string; error?: string } }> {
  const response = await post("changeset", token, body);
  return { status: response.status, body: (await response.json()) as { token?: string; refused?: string; error?: string } };
}

export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8")) as Record<string, unknown>;
}
