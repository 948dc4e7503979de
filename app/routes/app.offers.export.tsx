import type { LoaderFunctionArgs } from "@remix-run/node";
import { parseOfferListing } from "../domain/offers/offer-listing";
import { exportOffers } from "../services/offers/export-offers.server";
import { requireAdmin } from "../shopify/shops/require-admin.server";

/** The offers that the same address would list, as CSV. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { shop } = await requireAdmin(request);
  const text = await exportOffers(shop, parseOfferListing(new URL(request.url).searchParams), new Date());
  return new Response(text, { headers: { "Content-Type": "text/csv; charset=utf-8", "Cache-Control": "no-store" } });
}
