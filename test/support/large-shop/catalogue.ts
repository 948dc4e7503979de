import type { LargeShop, Statement } from "./fill";
import { firstId } from "./fill";

const texts = {
  things: "{Candle,Throw,Mug,Lamp,Cushion,Bowl,Frame,Clock,Vase,Basket,Tray,Wreath,Lantern,Rug,Hook,Jug}",
  looks: "{Lavender,Wool,Stoneware,Brass,Linen,Oak,Slate,Walnut,Glass,Rattan,Copper,Ivy,Paper,Cotton,Iron,Clay}",
  rooms: "{for the kitchen,for the hall,for the garden,for two,in a gift box,by the pair,with a lid,in white}",
};

/** Products with two variants each, in 200 collections, of 40 types and 80 vendors; a few sold out, a few not for sale. */
export function catalogueStatements({ products }: LargeShop): Statement[] {
  if (products === 0) return [];
  return [
    {
      sql: `insert into collections (shop, id, title, handle, source_at)
        select $1, ${firstId} + n, 'Collection ' || n, 'collection-' || n, $2 from generate_series(1, 200) n on conflict do nothing`,
    },
    {
      sql: `insert into products (shop, id, title, handle, vendor, product_type, status, tags, collection_ids, published_at, source_at, observed_at)
        select $1, ${firstId} + n,
          ('${texts.looks}'::text[])[n * 7 % 16 + 1] || ' ' || lower(('${texts.things}'::text[])[n % 16 + 1]) || ' ' || ('${texts.rooms}'::text[])[n * 3 % 8 + 1] || ' No. ' || n,
          'product-' || n, 'Maker ' || n % 80, ('${texts.things}'::text[])[n % 16 + 1] || ' ' || n % 40, case when n % 50 = 0 then 'draft' else 'active' end,
          array['season-' || n % 4, 'line-' || n % 30], array[${firstId} + n % 200 + 1, ${firstId} + n * 7 % 200 + 1], $2::timestamptz - interval '1 year', $2, $2
        from generate_series(1, $3::bigint) n on conflict do nothing`,
      values: [products],
    },
    {
      sql: `insert into variants (shop, id, product_id, title, position, price_minor, inventory_quantity, stock_limited, cost_minor)
        select $1, ${firstId} + n * 2 + v, ${firstId} + n, case v when 0 then 'Small' else 'Large' end, v + 1, (500 + n * 37 % 9000) * (v + 1),
          case when n % 25 = 0 then 0 else 40 end, $2::timestamptz is not null, 200 + n * 11 % 3000
        from generate_series(1, $3::bigint) n, generate_series(0, 1) v on conflict do nothing`,
      values: [products],
    },
  ];
}

/** SQL for a `with`: what can be bought, numbered from 0 as `place`. */
export const shelf = `shelf as materialized (
  select p.id as product_id, v.id as variant_id, p.title, p.image_url, v.price_minor, row_number() over (order by p.id) - 1 as place
  from products p join lateral (select id, price_minor from variants where shop = p.shop and product_id = p.id order by position, id limit 1) v on true
  where p.shop = $1 and p.deleted_at is null and p.status = 'active' and v.price_minor > 0)`;
