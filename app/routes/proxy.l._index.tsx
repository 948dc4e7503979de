import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { landingPage } from "../domain/links/landing-page";
import { pageLanguage, proxyPrefix } from "../domain/links/requests";
import { readTypedCode } from "../domain/links/typed-code";
import { proxyPage, proxyRedirect } from "../shopify/proxy/proxy-page.server";
import { verifyProxyRequest } from "../shopify/proxy/proxy-signature.server";

/** Where a code from a receipt is typed in. */
export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  if (!verifyProxyRequest(new URL(request.url), new Date())) return new Response("Unauthorized", { status: 401, headers: { "Cache-Control": "no-store" } });
  const language = pageLanguage(searchParams.get("lang"), request.headers.get("accept-language"));
  const path = `${proxyPrefix(searchParams.get("path_prefix"))}/l`;
  const typed = searchParams.get("code");
  const code = typed === null ? null : readTypedCode(typed);
  if (code !== null) return proxyRedirect(`${path}/${code}?lang=${language}`, 302);
  return proxyPage(landingPage({ state: { kind: typed === null ? "code" : "unknown" }, language, codeAction: "?", mayOptOut: false }), typed === null ? 200 : 404);
}

export function action({ request }: ActionFunctionArgs) {
  const status = verifyProxyRequest(new URL(request.url), new Date()) ? 405 : 401;
  return new Response(null, { status, headers: { Allow: "GET", "Cache-Control": "no-store" } });
}
