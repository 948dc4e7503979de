import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { pageLanguage, proxyPrefix } from "../domain/links/requests";
import { resolveLink } from "../services/links/resolve-link.server";
import { qrCode } from "../services/receipts/qr";
import { findInstalledShop } from "../services/shops/shop-settings.server";
import { verifyProxyRequest } from "../shopify/proxy/proxy-signature.server";

const headers = { "Cache-Control": "no-store" };

/** The picture of an order's link for the packing slip, whose template can draw none. Only of genuine links: nothing else is drawn for anybody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const now = new Date();
  const shop = verifyProxyRequest(new URL(request.url), now);
  if (!shop) return new Response("Unauthorized", { status: 401, headers });
  const code = params["code"] ?? "";
  if (!(await findInstalledShop(shop)) || !(await resolveLink(shop, code, now))) return new Response("Not found", { status: 404, headers });
  const address = `https://${shop}${proxyPrefix(searchParams.get("path_prefix"))}/l/${code}?lang=${pageLanguage(searchParams.get("lang"), null)}`;
  return new Response(qrCode(address), { headers: { ...headers, "Content-Type": "image/svg+xml", "Content-Security-Policy": "default-src 'none'" } });
}

export function action({ request }: ActionFunctionArgs) {
  const status = verifyProxyRequest(new URL(request.url), new Date()) ? 405 : 401;
  return new Response(null, { status, headers: { ...headers, Allow: "GET" } });
}
