import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { PreviewRequestSchema } from "../domain/preview/preview-request";
import { listSampleOrders, sampleOrdersNamed } from "../services/preview/sample-orders.server";
import { previewOffer } from "../services/preview/preview-offer.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

/** Orders of the shop's own that previews can be drawn for: the newest, or the one that is named (`order`). */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const name = new URL(request.url).searchParams.get("order");
  return json(await (name === null ? listSampleOrders(shop) : sampleOrdersNamed(shop, name)));
}

/** What a draft would look like. */
export async function action({ request }: ActionFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const wanted = PreviewRequestSchema.safeParse(await request.json().catch(() => null));
  if (!wanted.success) throw new Response("Not understood", { status: 400 });
  return json(await previewOffer(shop, wanted.data, new Date()));
}
