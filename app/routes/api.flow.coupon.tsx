import type { ActionFunctionArgs } from "@remix-run/node";
import { CouponActionRequest } from "../domain/flow/coupon-action";
import { parsedJson } from "../domain/text/parsed-json";
import { log } from "../log.server";
import { giveCoupon } from "../services/flow/give-coupon.server";
import { findInstalledShop } from "../services/shops/shop-settings.server";
import { readRawBody } from "../shopify/inbox/raw-body.server";
import { isSignedBy } from "../shopify/inbox/webhook-signature.server";
import { secretsAt } from "../shopify/shops/app-secrets.server";

const maxBytes = 64 * 1024;

/**
 * Flow's action "give this customer a coupon". Signed as webhooks are; the shop stands in the signed body. Flow takes
 * 200 for done, sends again after 429 and 5xx with the same run id, and shows staff the step as failed after any other 4xx.
 */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") return loader();
  const body = await readRawBody(request, maxBytes);
  if (!body) return Response.json({ error: "tooLarge" }, { status: 413 });
  if (!isSignedBy(secretsAt(new Date()), body, request.headers.get("x-shopify-hmac-sha256") ?? "")) return Response.json({ error: "unauthorized" }, { status: 401 });
  const content = parsedJson(body.toString("utf8"));
  // Webhooks carry the same signature; what names no run of an action is another credential.
  if (typeof content !== "object" || content === null || !("action_run_id" in content)) return Response.json({ error: "unauthorized" }, { status: 401 });
  const asked = CouponActionRequest.safeParse(content);
  if (!asked.success) {
    return Response.json({ error: "badRequest", issues: asked.error.issues.slice(0, 5).map(({ path, message }) => `${path.map(String).join(".")}: ${message}`) }, { status: 400 });
  }
  const { shop } = asked.data;
  try {
    if (!(await findInstalledShop(shop))) return Response.json({ error: "notInstalled" }, { status: 404 });
    const given = await giveCoupon(shop, asked.data, new Date());
    return given ? Response.json({ return_value: given }) : Response.json({ error: "otherRun" }, { status: 409 });
  } catch (thrown) {
    log.error({ err: thrown, shop }, "a coupon for Flow could not be given");
    return Response.json({ error: "failed" }, { status: 503, headers: { "Retry-After": "60" } });
  }
}

export function loader() {
  return Response.json({ error: "methodNotAllowed" }, { status: 405, headers: { Allow: "POST" } });
}
