import v8 from "node:v8";
import vm from "node:vm";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import type { Benchmark } from "./benchmark";

const productCounts = [1_000, 50_000];
const variantsEach = 3;
const neighboursEach = 100;

/**
 * What a shop takes in the memory of a process that decides for it: its settings and catalogue, its bestsellers and
 * trends. Neighbour lists stay in the database and are read by key, so they take none; what they would take is told too.
 * Beside it: the same products and variants as a process would hold them without a shape of their own, parsed from JSON,
 * and the square matrix of a model over all pairs of products (EASE, 4 bytes each).
 */
export const benchmark: Benchmark = {
  name: "Products of a shop that a megabyte holds, in a process that decides, against the same parsed from JSON",
  async run({ databaseUrl }) {
    setAppEnvironment(databaseUrl);
    const { installShop } = await import("../support/buyers");
    const { pool } = await import("../../app/data/database.server");
    const { closeSnapshots, getSnapshot } = await import("../../app/data/decisions/snapshot.server");
    const { listBestsellers } = await import("../../app/data/recommendations/bestsellers.server");
    const { listTrends } = await import("../../app/data/recommendations/trends.server");
    const heap = heapMeter();
    const kilobytes = (bytes: number) => `${Math.round(bytes / 1024).toLocaleString("en")} KB`;
    let rates = { ours: 0, json: 0 };
    try {
      for (const products of productCounts) {
        const shop = await installShop(`bench-catalogue-${String(products)}`);
        for (const [text, values] of catalogueStatements(shop, products)) await pool.query(text, values);
        const kept: unknown[] = [];
        const before = heap();
        kept.push(await getSnapshot(shop, new Date()), await listBestsellers(shop, new Date()), await listTrends(shop, new Date()));
        const ours = heap() - before;
        const { rows: [text] } = await pool.query<{ json: string; neighbours: number }>(
          `select (select json_agg(p)::text from (select *, (select json_agg(v) from variants v where v.shop = p.shop and v.product_id = p.id) as variants
             from products p where p.shop = $1) p) as json`, [shop],
        );
        const source = text?.json ?? "";
        const empty = heap();
        kept.push(JSON.parse(source));
        const json = heap() - empty;
        console.log(`${products.toLocaleString("en").padStart(6)} products, ${variantsEach} variants each: ${kilobytes(ours)} a shop (${Math.round(ours / products)} bytes a product); parsed from ${kilobytes(source.length)} of JSON ${kilobytes(json)}, all pairs ${kilobytes(products * products * 4)}`);
        if (kept.length !== 4) throw new Error("What is measured was given up too early");
        console.log(`       their neighbour lists in the database, ${neighboursEach} a product: ${kilobytes(await neighbourBytes(shop, products))}`);
        rates = { ours: products / (ours / 1024 ** 2), json: products / (json / 1024 ** 2) };
      }
      return { subject: { label: "products in a deciding process", perSecond: rates.ours, unit: "/MB" }, baseline: { label: "the same products, parsed from JSON", perSecond: rates.json, unit: "/MB" } };
    } finally {
      await closeSnapshots();
    }

    async function neighbourBytes(shop: ShopId, products: number): Promise<number> {
      await pool.query(
        `insert into co_purchase_neighbours (shop, product_id, neighbours, refreshed_at)
         select $1, n, (select jsonb_build_object('ofOrders', 120, 'ids', jsonb_agg((n + k) % $2::int + 1000), 'share', jsonb_agg(0.01 + k / 997.0), 'error', jsonb_agg(0.01 + k / 9973.0),
             'logPopularity', jsonb_agg(-5 - k / 31.0), 'ownLogPopularity', -5.3, 'orders', jsonb_agg(5 + k % 7), 'customers', jsonb_agg(4 + k % 5),
             'expected', jsonb_agg(0.5 + k / 89.0), 'logChance', jsonb_agg(-12 - k / 13.0))
           from generate_series(1, $3::int) k), now() from generate_series(1, least($2::int, 1000)) n`,
        [shop, products, neighboursEach],
      );
      const { rows: [row] } = await pool.query<{ bytes: number }>("select avg(pg_column_size(neighbours))::float8 as bytes from co_purchase_neighbours where shop = $1", [shop]);
      return (row?.bytes ?? 0) * products;
    }
  },
};

function catalogueStatements(shop: ShopId, products: number): [text: string, values: unknown[]][] {
  return [
    [
      `insert into products (shop, id, title, handle, vendor, product_type, status, tags, collection_ids, is_gift_card, published_at, source_at, observed_at)
       select $1, 1000 + n, 'Product number ' || n || ' in blue', 'product-number-' || n, 'Maker ' || n % 20, 'Type ' || n % 50, 'active',
         array['tag ' || n % 30, 'season ' || n % 4], array[n % 40 + 1, n % 7 + 100]::bigint[], false, now() - interval '1 day', now(), now()
       from generate_series(1, $2::int) n`,
      [shop, products],
    ],
    [
      `insert into variants (shop, id, product_id, title, position, price_minor, inventory_quantity, stock_limited)
       select $1, (1000 + n) * 10 + v, 1000 + n, 'Size ' || v, v, 1000 + n % 90 * 100, 10, true from generate_series(1, $2::int) n, generate_series(1, $3::int) v`,
      [shop, products, variantsEach],
    ],
    [
      `insert into co_purchase_products (shop, product_id, weight, orders, partners, customers, repeats, repeat_customers)
       select $1, 1000 + n, 1048576, 20, 40, 15, 0, 0 from generate_series(1, $2::int) n`,
      [shop, products],
    ],
    ["insert into co_purchase_shops (shop, weight, orders) values ($1, 1048576, $2::int * 10)", [shop, products]],
    [
      `insert into product_days (shop, day, product_id, orders)
       select $1, current_date - (n * 7 + d * 3) % 300, 1000 + n, 1 from generate_series(1, $2::int) n, generate_series(1, 20) d on conflict do nothing`,
      [shop, products],
    ],
  ];
}

/** Bytes that are in use after everything that can be forgotten is. */
function heapMeter(): () => number {
  v8.setFlagsFromString("--expose-gc");
  // The flag makes this a function without arguments.
  const collect = vm.runInNewContext("gc") as () => void;
  return () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };
}
