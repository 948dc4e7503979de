import { listOffers } from "../../data/offers/offer-listing.server";
import { readOfferFigures } from "../../data/offers/offer-figures.server";
import { findShop } from "../../data/shops/shops.server";
import { daysAfter } from "../../domain/courtesy/days";
import { csvText } from "../../domain/csv/csv";
import type { CsvCell } from "../../domain/csv/csv";
import { toDecimalString } from "../../domain/money/money";
import type { Discount } from "../../domain/offers/offer";
import { figureDays } from "../../domain/offers/figure-days";
import { phasesOf } from "../../domain/offers/offer-listing";
import type { OfferListingQuery } from "../../domain/offers/offer-listing";
import { wallClockOf } from "../../domain/offers/schedule";
import type { ShopId } from "../../domain/shops/shop-id";
import { strategyOf } from "../../domain/strategies/strategy";

const mostRows = 5_000;
// Columns are for programs as much as for people, so they are the same in every language.
const header = [
  "priority", "name", "state", "what_is_offered", "product_ids", "discount", "placements", "starts_at", "ends_at",
  `seen_${figureDays}_days`, `accepted_${figureDays}_days`, `added_revenue_${figureDays}_days`, "currency", "last_changed", "id",
];

/** The offers that a list shows on all its pages, as CSV; times of schedules are the shop's own clock. */
export async function exportOffers(shop: ShopId, query: OfferListingQuery, now: Date): Promise<string> {
  const installation = await findShop(shop);
  const { currency, timeZone } = installation ?? { currency: "USD", timeZone: "UTC" };
  const offers = await listOffers(shop, { ...query, cursor: null, phases: phasesOf(query.tab), localNow: wallClockOf(now, timeZone), limit: mostRows });
  const figures = await readOfferFigures(shop, offers.map(({ id }) => id), { from: daysAfter(now, -figureDays), to: now }, currency);
  return csvText(header, offers.map((offer): CsvCell[] => {
    const { impressions, acceptances, revenueMinor } = figures.get(offer.id) ?? { impressions: 0, acceptances: 0, revenueMinor: 0 };
    const { content } = offer;
    return [
      offer.priority, offer.name, offer.phase, strategyOf(content).kind, content.products.map(({ productId }) => productId).join(" "),
      discountCell(content.discount, currency), content.placements.join(" "), content.schedule.startsAt, content.schedule.endsAt,
      impressions, acceptances, toDecimalString(revenueMinor, currency), currency, offer.updatedAt, offer.id,
    ];
  }));
}

function discountCell(discount: Discount, currency: string): string {
  switch (discount.kind) {
    case "none": return "";
    case "percentage": return `${discount.percent}%`;
    case "fixed": return `${toDecimalString(discount.amountMinor, currency)} ${currency}`;
    case "freeShipping": return "free shipping";
  }
}
