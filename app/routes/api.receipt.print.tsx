import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { ShopperLanguage } from "../domain/placements/shopper-language";
import { paperWidths } from "../domain/receipts/receipt-page";
import { idInGid } from "../domain/shops/gid";
import { receiptOf } from "../services/receipts/receipt.server";
import { findInstalledShop } from "../services/shops/shop-settings.server";
import { checkAdminSessionToken } from "../shopify/shops/admin-session-token.server";

/** The admin fetches what is printed from another origin; the token is what counts. */
const headers = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "Authorization",
  "Access-Control-Allow-Methods": "GET, OPTIONS",
  "Cache-Control": "no-store",
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors https://admin.shopify.com https://*.myshopify.com",
};

const Wanted = z.object({
  order: z.string().transform((text) => idInGid(text, "Order")).pipe(z.number("Not an order")),
  paper: z.enum(paperWidths).default("a4"),
  lang: ShopperLanguage.default("en"),
});

/** The document behind the admin's print action; asked for with the session token of staff. */
export async function loader({ request }: LoaderFunctionArgs) {
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers });
  const [, token = ""] = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(request.headers.get("authorization") ?? "") ?? [];
  const staff = checkAdminSessionToken(token);
  if (staff.code !== "valid" || !(await findInstalledShop(staff.shop))) return new Response("Unauthorized", { status: 401, headers });
  const wanted = Wanted.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!wanted.success) return new Response(`Not understood: ${wanted.error.issues.map(({ path, message }) => `${path.map(String).join(".")}: ${message}`).join("; ")}`, { status: 400, headers });
  const { order, paper, lang: language } = wanted.data;
  const receipt = await receiptOf(staff.shop, order, { language, paper }, new Date());
  return receipt === null
    ? new Response("Encore does not know this order yet. Please try again in a minute.", { status: 404, headers })
    : new Response(receipt, { headers: { ...headers, "Content-Type": "text/html; charset=utf-8" } });
}

export function action() {
  return new Response("Method not allowed", { status: 405, headers: { ...headers, Allow: "GET" } });
}
