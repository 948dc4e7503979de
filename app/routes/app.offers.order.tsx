import type { LoaderFunctionArgs } from "@remix-run/node";
import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { OrderPage } from "../components/offers/OrderPage";
import type { PageTexts } from "../i18n/page-texts";
import { readOfferOrder } from "../services/offers/offer-order.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

export { PageErrorBoundary as ErrorBoundary } from "../components/ErrorPage";

export const handle: PageTexts = { texts: ["offers"] };

export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  return json(await readOfferOrder(shop, new Date()));
}

export default function OfferOrder() {
  return <OrderPage {...useLoaderData<typeof loader>()} />;
}
