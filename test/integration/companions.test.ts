import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { buildCounts } = await import("../../app/data/recommendations/build-counts.server");
const { prepareQueue } = await import("../../app/data/jobs/queue.server");
const { saveChoice, anyProduct } = await import("../../app/data/recommendations/companion-choices.server");
const { publicationProgress } = await import("../../app/data/placements/companion-publications.server");
const { updateCounts } = await import("../../app/services/recommendations/update-counts.server");
const { publishCompanions } = await import("../../app/services/placements/publish-companions.server");
const { addProduct, installShop } = await import("../support/buyers");
const { addPastOrder } = await import("../support/past-orders");
const { signIn } = await import("../support/sign-in");

await prepareQueue();
afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

interface Written { ownerId: string; namespace: string; key: string; type: string; value: string }
let written: Written[][] = [];
/** Owners that Shopify does not know any more. */
let gone = new Set<string>();

beforeEach(() => {
  written = [];
  gone = new Set();
  vi.stubGlobal("fetch", async (_address: string, init: RequestInit) => {
    // The app's own body.
    const { variables } = JSON.parse(init.body as string) as { variables: { metafields?: Written[] } };
    if (!variables.metafields) return Response.json({ data: { shop: { id: "gid://shopify/Shop/1" } } });
    const userErrors = variables.metafields.flatMap(({ ownerId }, index) => (gone.has(ownerId) ? [{ field: ["metafields", String(index), "ownerId"], message: "Owner does not exist." }] : []));
    if (userErrors.length === 0) written.push(variables.metafields);
    return Response.json({ data: { metafieldsSet: { userErrors } } });
  });
  return () => vi.unstubAllGlobals();
});

let shops = 0;
/** 100 is bought with 200, and 300 with 400; 500 is bought alone, and most. */
async function openShop(): Promise<ShopId> {
  const shop = await installShop(`companions-${String((shops += 1))}`);
  await signIn(shop);
  await pool.query("update shops set scopes = '{write_products}' where shop = $1", [shop]);
  for (const id of [300, 400, 500]) await addProduct(shop, id, [{ id: id * 10 + 1, priceMinor: 1_000 }]);
  const lines = (ids: number[]) => ids.map((productId, index) => ({ id: index + 1, productId }));
  for (let n = 1; n <= 20; n += 1) {
    const at = new Date(Date.now() - n * 86_400_000);
    await addPastOrder(shop, { id: n, at, customerKey: `c:${String(n)}`, lines: lines([100, 200]) });
    await addPastOrder(shop, { id: 100 + n, at, customerKey: `c:${String(n)}`, lines: lines([300, 400]) });
    await addPastOrder(shop, { id: 200 + n, at, customerKey: `c:${String(n)}`, lines: lines([500]) });
    await addPastOrder(shop, { id: 300 + n, at, customerKey: `c:${String(n)}`, lines: lines([500]) });
  }
  await buildCounts(shop);
  await updateCounts(shop);
  return shop;
}

const gid = (id: number) => `gid://shopify/Product/${String(id)}`;
const alsoBought = () => Object.fromEntries(written.flat().filter(({ key }) => key === "also_bought").map(({ ownerId, value }) => [ownerId, JSON.parse(value) as unknown]));

test("product pages name what is bought together, and what is popular as popular", async () => {
  const shop = await openShop();
  await publishCompanions(shop, new Date());
  expect(alsoBought()).toEqual({ [gid(100)]: [gid(200)], [gid(200)]: [gid(100)], [gid(300)]: [gid(400)], [gid(400)]: [gid(300)] });
  const popular = written.flat().find(({ key }) => key === "popular");
  expect(popular).toMatchObject({ ownerId: "gid://shopify/Shop/1", namespace: "$app:encore", type: "list.product_reference" });
  expect(JSON.parse(popular?.value ?? "[]")).toHaveLength(5);
  expect(await publicationProgress(shop)).toMatchObject({ upToDate: (await publicationProgress(shop)).products, withCompanions: 4 });
});

test("only what changed is sent again", async () => {
  const shop = await openShop();
  await publishCompanions(shop, new Date());
  written = [];
  await publishCompanions(shop, new Date());
  await publishCompanions(shop, new Date(Date.now() + 2 * 86_400_000));
  expect(written).toEqual([]);
  await saveChoice(shop, { productId: anyProduct, companionId: 200 }, "exclude", null, new Date());
  await publishCompanions(shop, new Date(Date.now() + 4 * 86_400_000));
  expect(alsoBought()).toEqual({ [gid(100)]: [] });
});

test("a run that was ended goes on where it was", async () => {
  const shop = await openShop();
  await expect(publishCompanions(shop, new Date(), AbortSignal.abort())).rejects.toThrow("Stopped");
  await publishCompanions(shop, new Date());
  expect(Object.keys(alsoBought())).toHaveLength(4);
});

test("a product that Shopify does not know holds up no other", async () => {
  const shop = await openShop();
  gone.add(gid(200));
  await publishCompanions(shop, new Date());
  expect(Object.keys(alsoBought()).sort()).toEqual([gid(100), gid(300), gid(400)]);
  expect(written.every((call) => call.length <= 25)).toBe(true);
});

test("nothing is written without the permission", async () => {
  const shop = await openShop();
  await pool.query("update shops set scopes = '{read_products}' where shop = $1", [shop]);
  await publishCompanions(shop, new Date());
  expect(written).toEqual([]);
});

test("a pin comes first on its product's page, with no order to speak for it, and goes when it is taken back", async () => {
  const shop = await openShop();
  await publishCompanions(shop, new Date());
  written = [];
  await saveChoice(shop, { productId: 100, companionId: 500 }, "pin", 7, new Date());
  await saveChoice(shop, { productId: 500, companionId: 300 }, "pin", 7, new Date());
  await publishCompanions(shop, new Date());
  expect(alsoBought()).toEqual({ [gid(100)]: [gid(500), gid(200)], [gid(500)]: [gid(300)] });
  written = [];
  expect(await saveChoice(shop, { productId: 500, companionId: 300 }, null, 7, new Date())).toBe("pin");
  await publishCompanions(shop, new Date());
  expect(alsoBought()).toEqual({ [gid(500)]: [] });
});
