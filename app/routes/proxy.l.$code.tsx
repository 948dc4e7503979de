import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { landingPage } from "../domain/links/landing-page";
import type { LandingState } from "../domain/links/landing-page";
import { LinkForm, pageLanguage } from "../domain/links/requests";
import type { ShopperLanguage } from "../domain/placements/shopper-language";
import type { ShopId } from "../domain/shops/shop-id";
import { answerLink } from "../services/links/answer-link.server";
import { openLink, stateBehindLink } from "../services/links/behind-link.server";
import { findInstalledShop } from "../services/shops/shop-settings.server";
import { proxyPage, proxyRedirect } from "../shopify/proxy/proxy-page.server";
import { verifyProxyRequest } from "../shopify/proxy/proxy-signature.server";

interface Asked {
  shop: ShopId;
  code: string;
  language: ShopperLanguage;
  now: Date;
}

/** The page behind the link of an order's e-mail or receipt, in the shop's layout. Opening it is seeing it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = await askedOf(request, params["code"]);
  if (asked instanceof Response) return asked;
  const opened = await openLink(asked.shop, asked.code, asked.now);
  if (!opened) return page(asked, { kind: "unknown" }, false, 404);
  if (!opened.behind) return page(asked, { kind: "nothing" }, false);
  // A HEAD is somebody's scanner; nobody has seen anything.
  const state = await stateBehindLink(asked.shop, opened.behind, asked.language, request.method === "GET", asked.now);
  return page(asked, state, opened.behind.order.customerKey !== null);
}

/**
 * The page's forms. Behind a signature that can be sent again, but the link's code is what entitles, and every form does
 * the same thing however often it is sent.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const asked = await askedOf(request, params["code"]);
  if (asked instanceof Response) return asked;
  if (request.method !== "POST") return new Response("Method not allowed", { status: 405, headers: { Allow: "GET, POST" } });
  const opened = await openLink(asked.shop, asked.code, asked.now);
  if (!opened?.behind) return page(asked, { kind: "unknown" }, false, 404);
  const form = LinkForm.safeParse(Object.fromEntries(await request.formData().catch(() => new FormData())));
  const { behind } = opened;
  const mayOptOut = behind.order.customerKey !== null;
  if (!form.success) return page(asked, await stateBehindLink(asked.shop, behind, asked.language, false, asked.now), mayOptOut, 400);
  const outcome = await answerLink(asked.shop, behind, form.data, asked.language, asked.now);
  return "path" in outcome ? proxyRedirect(outcome.path, 303) : page(asked, outcome.state, mayOptOut);
}

async function askedOf(request: Request, code = ""): Promise<Asked | Response> {
  const url = new URL(request.url);
  const now = new Date();
  const shop = verifyProxyRequest(url, now);
  if (!shop) return new Response("Unauthorized", { status: 401, headers: { "Cache-Control": "no-store" } });
  if (!(await findInstalledShop(shop))) return new Response("Not found", { status: 404, headers: { "Cache-Control": "no-store" } });
  const language = pageLanguage(url.searchParams.get("lang"), request.headers.get("accept-language"));
  return { shop, code, language, now };
}

function page({ language }: Asked, state: LandingState, mayOptOut: boolean, status = 200): Response {
  return proxyPage(landingPage({ state, language, codeAction: ".", mayOptOut }), status);
}
