import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

interface Prices { price: string | null; delayMs: number; fails: boolean; asked: number }
const shopify = vi.hoisted((): Prices => ({ price: "10.00", delayMs: 0, fails: false, asked: 0 }));
vi.mock("../../app/shopify/shops/admin-client.server", () => ({
  adminGraphql: async () => {
    shopify.asked += 1;
    await new Promise((resolve) => setTimeout(resolve, shopify.delayMs));
    if (shopify.fails) throw new Error("unreachable");
    return { productVariant: shopify.price === null ? null : { price: shopify.price } };
  },
}));

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { addOffer, installShop, offered, sign } = await import("../support/buyers");

afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});
beforeEach(() => {
  Object.assign(shopify, { price: "10.00", delayMs: 0, fails: false, asked: 0 });
});

let shops = 0;
async function scene() {
  const shop = await installShop(`price-${String(shops += 1)}`);
  await addOffer(shop, { placements: ["post-purchase"] });
  return shop;
}

test.each<[string, Partial<Prices>, object]>([
  ["the same", {}, { status: 200 }], ["lower", { price: "9.00" }, { status: 200 }], ["gone from Shopify's answer", { price: null }, { status: 200 }],
  ["raised a moment ago", { price: "10.01" }, { status: 409, body: { refused: "changed" } }],
  ["not to be had", { fails: true, price: "99.00" }, { status: 200 }], ["late", { delayMs: 1_000, price: "99.00" }, { status: 200 }],
])("when Shopify's price is %s, what was presented is never signed for more", async (_case, state, answer) => {
  const { token, selection } = await offered(await scene());
  Object.assign(shopify, state);
  const began = performance.now();
  expect(await sign(token, selection)).toMatchObject(answer);
  expect(performance.now() - began).toBeLessThan(700);
});

test("many at once ask once, and after a failure nobody waits", async () => {
  const shop = await scene();
  const purchases = await Promise.all(Array.from({ length: 8 }, () => offered(shop)));
  await Promise.all(purchases.map(({ token, selection }) => sign(token, selection)));
  expect(shopify.asked).toBe(1);
  const other = await scene();
  const [first, second] = [await offered(other), await offered(other)];
  Object.assign(shopify, { fails: true, asked: 0 });
  await sign(first.token, first.selection);
  await sign(second.token, { ...second.selection, variantId: 2002 });
  expect(shopify.asked).toBe(1);
  expect((await pool.query("select 1 from acceptances where shop = $1", [other])).rowCount).toBe(2);
});
