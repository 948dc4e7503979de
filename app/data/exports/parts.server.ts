import type { ShopId } from "../../domain/shops/shop-id";
import { pool } from "../database.server";

/** A table as it is exported: which columns, and the keys (after the shop) by which it is read piece by piece. */
interface Part {
  table: string;
  columns: string;
  keys: readonly { name: string; type: "bigint" | "uuid" | "text" | "int" | "timestamptz" | "date" }[];
}

const id = { name: "id", type: "bigint" } as const;
const uuid = (name: string) => ({ name, type: "uuid" }) as const;

/**
 * What an export holds, in this order, under these names. Left out on purpose: access tokens, signed changesets and their
 * ids, coupon codes and links of orders, keys, counts that are worked out of the orders, and events on their way.
 */
export const EXPORT_PARTS = {
  settings: { table: "shops", columns: "name, currency, time_zone, hold_out_percent, keep_reasons_days, installed_at", keys: [] },
  courtesyPolicies: { table: "courtesy_policies", columns: "*", keys: [{ name: "version", type: "int" }] },
  placementSettings: { table: "placement_settings", columns: "content, saved_at", keys: [] },
  receiptSettings: { table: "receipt_settings", columns: "content, saved_at", keys: [] },
  flowSettings: { table: "flow_settings", columns: "content, saved_at", keys: [] },
  offerDefaults: { table: "offer_defaults", columns: "content, saved_at", keys: [] },
  offers: { table: "offers", columns: "*", keys: [uuid("id")] },
  offerVersions: { table: "offer_versions", columns: "*", keys: [uuid("offer_id"), { name: "version", type: "int" }] },
  companionChoices: { table: "companion_choices", columns: "*", keys: [{ name: "product_id", type: "bigint" }, { name: "companion_id", type: "bigint" }] },
  products: { table: "products", columns: "*", keys: [id] },
  variants: { table: "variants", columns: "*", keys: [id] },
  collections: { table: "collections", columns: "*", keys: [id] },
  orders: { table: "orders", columns: "*", keys: [id] },
  orderLines: { table: "order_lines", columns: "order_id, id, product_id, variant_id, title, quantity, current_quantity, unit_minor, total_minor, tax_minor", keys: [{ name: "order_id", type: "bigint" }, id] },
  refundLines: { table: "refund_lines", columns: "*", keys: [{ name: "order_id", type: "bigint" }, { name: "refund_id", type: "bigint" }, { name: "line_id", type: "bigint" }] },
  decisions: { table: "decisions", columns: "*", keys: [uuid("id")] },
  acceptances: { table: "acceptances", columns: "decision_id, variant_id, quantity, issued_at, amount_minor, state, error_code, order_id, line_id, confirmed_at", keys: [uuid("decision_id")] },
  offerClaims: { table: "offer_claims", columns: "id, decision_id, variant_id, quantity, unit_before_minor, unit_minor, currency, claimed_at, expires_at, order_id, line_id, units, amount_minor, confirmed_at", keys: [uuid("id")] },
  ledgerEntries: { table: "ledger_entries", columns: "*", keys: [uuid("id")] },
  billingPeriods: { table: "billing_periods", columns: "*", keys: [uuid("id")] },
  billingLines: { table: "billing_lines", columns: "*", keys: [uuid("period_id"), uuid("acceptance_key")] },
  billingCharges: { table: "billing_charges", columns: "id, period_id, amount_minor, currency, state, made_at, settled_at", keys: [uuid("id")] },
} as const satisfies Record<string, Part>;
export type ExportPart = keyof typeof EXPORT_PARTS;

/** The names of all parts in their order. */
// The keys of a literal are its names.
export const exportParts = Object.keys(EXPORT_PARTS) as ExportPart[];

/** How many rows the parts have, all together. */
export async function countRows(shop: ShopId): Promise<number> {
  let total = 0;
  for (const part of exportParts) {
    const { rows } = await pool.query<{ count: number }>(`select count(*) from ${EXPORT_PARTS[part].table} where shop = $1`, [shop]);
    total += rows[0]?.count ?? 0;
  }
  return total;
}

export interface ExportedRows {
  /** JSON texts, one a row, without the shop. */
  rows: string[];
  /** Of the last row, to go on from; null at the part's end. */
  cursor: string[] | null;
}

/** The next rows of a part after a cursor, in the order of its keys. */
export async function readRows(shop: ShopId, part: ExportPart, cursor: readonly string[] | null, limit: number): Promise<ExportedRows> {
  const { table, columns, keys }: Part = EXPORT_PARTS[part];
  const names = keys.map(({ name }) => name).join(", ");
  const after = cursor === null || keys.length === 0 ? "" : `and (${names}) > (${keys.map(({ type }, index) => `$${String(index + 3)}::text::${type}`).join(", ")})`;
  const { rows } = await pool.query<{ row: string; cursor: string[] }>(
    `select (to_jsonb(x) - 'shop')::text as row, array[${keys.map(({ name }) => `x_${name}::text`).join(", ")}]::text[] as cursor
     from (select ${columns === "*" ? "t.*" : columns} from ${table} t where shop = $1 ${after} ${keys.length > 0 ? `order by ${names}` : ""} limit $2) x
     cross join lateral (select ${keys.length > 0 ? keys.map(({ name }) => `x.${name} as x_${name}`).join(", ") : "1"}) k`,
    [shop, limit, ...(cursor === null || keys.length === 0 ? [] : cursor)],
  );
  const last = rows.at(-1);
  return { rows: rows.map(({ row }) => row), cursor: rows.length < limit || keys.length === 0 ? null : (last?.cursor ?? null) };
}
