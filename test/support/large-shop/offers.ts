import type { OfferContent } from "../../../app/domain/offers/offer";
import { OfferStrategy } from "../../../app/domain/strategies/strategy";
import { buildContent } from "../domain-builders";
import { shelf } from "./catalogue";
import type { LargeShop, Statement } from "./fill";

const day = 86_400_000;
const strategies: Array<[name: string, parts: Partial<OfferContent>]> = [
  ["with the order", {}],
  ["bought together", { products: [], strategy: OfferStrategy.parse({ kind: "boughtTogether" }) }],
  ["one step up", { products: [], strategy: OfferStrategy.parse({ kind: "priceLadder" }) }],
  ["time for more", { products: [], strategy: OfferStrategy.parse({ kind: "reorder" }), placements: ["account", "order-status"] }],
  ["bestseller", { products: [], strategy: OfferStrategy.parse({ kind: "bestseller" }) }],
];
const discounts: OfferContent["discount"][] = [{ kind: "percentage", percent: 15 }, { kind: "none" }, { kind: "fixed", amountMinor: 300 }];

/** Offers in order of priority, three of five active, with two versions each and a rule that most orders miss. */
export function offerStatements({ offers, now }: LargeShop): Statement[] {
  const all = Array.from({ length: offers }, (_, index) => offerOf(index + 1));
  const at = (place: number) => new Date(now.getTime() - (offers - place + 30) * day).toISOString();
  const names = all.map(({ content }) => content.name);
  return [
    {
      sql: `insert into offers (shop, id, status, priority, version, name, created_at, updated_at, archived_at)
        select $1, id::uuid, status, place, 2, name, at, at + interval '1 day', case when status = 'archived' and $2::timestamptz is not null then at + interval '2 days' end
        from unnest($3::text[], $4::text[], $5::text[], $6::timestamptz[]) with ordinality as made(id, status, name, at, place) on conflict do nothing`,
      values: [all.map(({ id }) => id), all.map(({ status }) => status), names, all.map((_, index) => at(index))],
    },
    {
      sql: `with ${shelf}
        insert into offer_versions (shop, offer_id, version, content, saved_by, saved_at)
        select $1, id::uuid, version, (case when content->'products'->0 is null then content else jsonb_set(content, '{products}',
            jsonb_build_array(jsonb_build_object('productId', one.product_id, 'variantIds', '[]'::jsonb))) end)
            || case version when 1 then '{"title": "You may like this too", "discount": {"kind": "none"}}'::jsonb else '{}' end, 1, at + version * interval '12 hours'
        from unnest($3::text[], $4::jsonb[], $5::timestamptz[]) with ordinality as made(id, content, at, place)
        cross join generate_series(1, 2) version left join shelf one on one.place = made.place * 13 % (select count(*) from shelf) and $2::timestamptz is not null on conflict do nothing`,
      values: [all.map(({ id }) => id), all.map(({ content }) => JSON.stringify(content)), all.map((_, index) => at(index))],
    },
    { sql: "update shops set offers_revision = offers_revision + 1 where shop = $1" },
  ];
}

/** The id of the nth offer, counted from 1. */
export function offerIdOf(place: number): string {
  return `00000000-0000-7000-8000-${String(place).padStart(12, "0")}`;
}

function offerOf(place: number) {
  const [name, parts] = strategies[place % strategies.length] ?? ["", {}];
  const status = (["active", "active", "draft", "active", "paused", "active", "active", "archived", "active", "draft"] as const)[place % 10] ?? "draft";
  const content = buildContent({
    name: `Offer ${String(place)}: ${name}`, title: "Goes well with your order", body: "Added with one click.", discount: discounts[place % discounts.length] ?? { kind: "none" },
    rule: { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor: place % 40 * 500 }] }, ...parts,
  });
  return { id: offerIdOf(place), status, content };
}
