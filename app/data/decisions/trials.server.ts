import type { ShopSnapshot } from "../../domain/decisions/decision";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** What became of the offers shown among the last 20,000 decisions of 90 days, test orders left out: impressions, and accepted ones among them. */
export async function readTrials(shop: ShopId): Promise<NonNullable<ShopSnapshot["trials"]>> {
  const { rows } = await pool.query<{ offer_id: string; shown: number; accepted: number }>({
    name: "offer_trials",
    text: `select d.offer_id, count(*)::int as shown, count(*) filter (where a.state in ('applied', 'confirmed') or (d.block is not null and exists (
             select from offer_claims c where c.shop = d.shop and c.decision_id = d.id and c.confirmed_at is not null)))::int as accepted
           from (select shop, id, offer_id, impression_at, block from decisions
                 where shop = $1 and decided_at > now() - interval '90 days' and not is_test order by decided_at desc limit 20000) d
           left join lateral (select * from acceptances a where a.shop = d.shop and a.decision_id = d.id offset 0) a on true
           where d.impression_at is not null and d.offer_id is not null
           group by d.offer_id`,
    values: [shop],
  });
  const byOffer = new Map(rows.map(({ offer_id: id, shown, accepted }) => [id, { shown, accepted }]));
  const sum = (key: "shown" | "accepted") => rows.reduce((total, row) => total + row[key], 0);
  return { all: { shown: sum("shown"), accepted: sum("accepted") }, byOffer };
}
