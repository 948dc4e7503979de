import { ProposalEvidence } from "../../domain/offers/propose";
import type { ProposalKind } from "../../domain/offers/propose";
import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";
import { NeighbourRow } from "../recommendations/neighbour-rows";
import { changeOffers } from "./change-offers.server";
import { insertOfferWithin } from "./offer-writes.server";
import type { Saved } from "./offer-writes.server";

export interface StoredProposal {
  kind: ProposalKind;
  evidence: ProposalEvidence;
  /** Its replay on past orders; null before it began. */
  runId: string | null;
}

/** Whether anything was ever proposed to this shop. */
export async function hasProposals(shop: ShopId): Promise<boolean> {
  const { rowCount } = await pool.query("select from offer_proposals where shop = $1 limit 1", [shop]);
  return Boolean(rowCount);
}

/** Keeps the proposals, the strongest first; one of a kind that is there already stays as it is. */
export async function insertProposals(shop: ShopId, proposals: readonly ProposalEvidence[], now: Date): Promise<void> {
  await pool.query(
    `insert into offer_proposals (shop, kind, place, evidence, proposed_at)
     select $1, x.value->>'kind', x.place, x.value, $3 from jsonb_array_elements($2::jsonb) with ordinality x(value, place)
     on conflict (shop, kind) do nothing`,
    [shop, JSON.stringify(proposals), now],
  );
}

export async function recordProposalRun(shop: ShopId, kind: ProposalKind, runId: string): Promise<void> {
  await pool.query("update offer_proposals set run_id = $3 where shop = $1 and kind = $2", [shop, kind, runId]);
}

/** Those neither published nor put away, the strongest first. */
export async function listOpenProposals(shop: ShopId): Promise<StoredProposal[]> {
  const { rows } = await pool.query<{ evidence: unknown; run_id: string | null }>(
    "select evidence, run_id from offer_proposals where shop = $1 and settled_at is null order by place",
    [shop],
  );
  return rows.map((row) => {
    const evidence = ProposalEvidence.parse(row.evidence);
    return { kind: evidence.kind, evidence, runId: row.run_id };
  });
}

/** Putting away; false when it was settled before. `settledAt` null brings one that was put away back. */
export async function settleProposal(shop: ShopId, kind: ProposalKind, settledAt: Date | null): Promise<boolean> {
  const { rowCount } = await pool.query(
    `update offer_proposals set settled_at = $3
     where shop = $1 and kind = $2 and (settled_at is null) = ($3::timestamptz is not null) and offer_id is null`,
    [shop, kind, settledAt],
  );
  return Boolean(rowCount);
}

/** Makes a proposal an active offer, both or neither; null when it was published or put away before. */
export async function turnIntoOffer(shop: ShopId, kind: ProposalKind, saved: Saved): Promise<string | null> {
  return changeOffers(shop, async (client) => {
    const { rows: [proposal] } = await client.query<{ run_id: string | null }>(
      "select run_id from offer_proposals where shop = $1 and kind = $2 and settled_at is null and offer_id is null for update", [shop, kind],
    );
    if (!proposal) return null;
    const id = await insertOfferWithin(client, shop, saved, "active");
    // Its page goes on with the replay that spoke for it.
    await client.query("update backtest_runs set offer_id = $3 where shop = $1 and id = $2", [shop, proposal.run_id, id]);
    await client.query("update offer_proposals set settled_at = $3, offer_id = $4 where shop = $1 and kind = $2", [shop, kind, saved.now, id]);
    return id;
  });
}

export interface SeedNeighbours {
  productId: number;
  neighbours: NeighbourRow;
}

/** The neighbours of the products that most orders hold, and the gate's threshold. */
export async function listNeighboursOfTopProducts(shop: ShopId, limit: number): Promise<{ threshold: number | null; seeds: SeedNeighbours[] }> {
  const { rows } = await pool.query<{ product_id: number; neighbours: unknown; threshold: number | null }>(
    `select c.product_id, n.neighbours, (select threshold from co_purchase_shops where shop = $1) as threshold
     from (select product_id from co_purchase_products where shop = $1 order by orders desc, product_id limit $2) c
     join co_purchase_neighbours n on n.shop = $1 and n.product_id = c.product_id`,
    [shop, limit],
  );
  return {
    threshold: rows[0]?.threshold ?? null,
    seeds: rows.map((row) => ({ productId: row.product_id, neighbours: NeighbourRow.parse(row.neighbours) })),
  };
}
