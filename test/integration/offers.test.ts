import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OfferStatus } from "../../app/domain/offers/offer";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";
import { buildContent } from "../support/domain-builders";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { findOffer, listActiveOffers } = await import("../../app/data/offers/offers.server");
const { listVersions } = await import("../../app/data/offers/offer-versions.server");
const { readOfferEditor } = await import("../../app/services/offers/offer-editor.server");
const { readOfferList } = await import("../../app/services/offers/offer-list.server");
const { deleteDraft, moveOffer, moveStatus } = await import("../../app/services/offers/offer-status.server");
const { createOffer, duplicateOffer, restoreVersion, saveOffer } = await import("../../app/services/offers/save-offer.server");
const { installShop, offered } = await import("../support/buyers");

const now = new Date("2026-11-21T12:00:00Z");
const everyState: OfferStatus[] = ["draft", "active", "paused", "archived"];

let shop: ShopId;
let neighbour: ShopId;
beforeAll(async () => {
  shop = await installShop("offers");
  neighbour = await installShop("neighbour");
});
afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

const create = (name: string, of = shop) => createOffer(of, buildContent({ name }), 7, now);
const names = async (statuses = everyState, search = "") =>
  (await readOfferList(shop, { statuses, search, after: null })).offers.map((offer) => offer.name);

describe("saving", () => {
  test("makes a new version each time and keeps the old ones as they were", async () => {
    const id = await create("First");
    expect(await saveOffer(shop, id, 1, buildContent({ name: "Second" }), 8, now)).toEqual({ code: "saved", version: 2 });
    expect(await findOffer(shop, id)).toMatchObject({ version: 2, status: "draft", content: { name: "Second" } });
    expect(await listVersions(shop, id, 10)).toMatchObject([
      { version: 2, savedBy: 8, content: { name: "Second" } },
      { version: 1, savedBy: 7, content: { name: "First" } },
    ]);
  });

  test("on top of a version that is no longer current writes nothing and says which is", async () => {
    const id = await create("Ours");
    await saveOffer(shop, id, 1, buildContent({ name: "Theirs" }), 8, now);
    expect(await saveOffer(shop, id, 1, buildContent({ name: "Ours again" }), 7, now)).toEqual({ code: "conflict", currentVersion: 2 });
    expect(await findOffer(shop, id)).toMatchObject({ version: 2, content: { name: "Theirs" } });
  });

  test("twenty at once on one version: one is saved", async () => {
    const id = await create("Contested");
    const results = await Promise.all(Array.from({ length: 20 }, (_, n) => saveOffer(shop, id, 1, buildContent({ name: `By ${n}` }), n, now)));
    expect(results.filter(({ code }) => code === "saved")).toHaveLength(1);
    expect(results.filter(({ code }) => code === "conflict")).toHaveLength(19);
    expect(await listVersions(shop, id, 10)).toHaveLength(2);
  });

  test("an earlier version comes back as the newest one", async () => {
    const id = await create("Good");
    await saveOffer(shop, id, 1, buildContent({ name: "Worse" }), 7, now);
    expect(await restoreVersion(shop, id, 1, 2, 7, now)).toEqual({ code: "saved", version: 3 });
    expect(await findOffer(shop, id)).toMatchObject({ version: 3, content: { name: "Good" } });
  });

  test("tells listeners and raises the shop's revision", async () => {
    const client = await pool.connect();
    const heard: (string | undefined)[] = [];
    client.on("notification", ({ payload }) => heard.push(payload));
    await client.query("listen encore_offers");
    const revision = async () => (await pool.query<{ offers_revision: number }>("select offers_revision from shops where shop = $1", [shop])).rows[0]?.offers_revision ?? 0;
    const before = await revision();
    await create("Heard");
    await client.query("select 1");
    client.release(true);
    expect(heard).toEqual([shop]);
    expect(await revision()).toBe(before + 1);
  });
});

describe("status", () => {
  test.each([
    ["draft", ["activate"], "active"],
    ["draft", ["pause"], "draft"],
    ["active", ["activate", "pause"], "paused"],
    ["paused", ["activate", "pause", "activate"], "active"],
    ["archived", ["activate", "archive", "activate"], "archived"],
    ["restored, still off", ["activate", "archive", "restore"], "paused"],
  ] as const)("%s: %j ends %s", async (_, actions, end) => {
    const id = await create("Moved");
    for (const action of actions) await moveStatus(shop, [id], action, now);
    expect(await findOffer(shop, id)).toMatchObject({ status: end });
  });

  test("of many moves those for which the step exists, and says which", async () => {
    const [draft, active] = [await create("Draft"), await create("Active")];
    await moveStatus(shop, [active], "activate", now);
    expect(await moveStatus(shop, [draft, active], "pause", now)).toEqual([active]);
  });

  test("only active offers of the placement are offered, in order of priority", async () => {
    const of = await installShop("priority");
    const ids = [await create("One", of), await create("Two", of), await create("Three", of)];
    await moveStatus(of, [ids[0] ?? "", ids[2] ?? ""], "activate", now);
    expect((await listActiveOffers(of, "post-purchase")).map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    expect(await moveOffer(of, ids[2] ?? "", "up", ["active"])).toBe(true);
    expect((await listActiveOffers(of, "post-purchase")).map(({ id }) => id)).toEqual([ids[2], ids[0]]);
    expect(await moveOffer(of, ids[2] ?? "", "up", everyState)).toBe(false);
  });
});

describe("deleting", () => {
  test("removes a draft that was never used", async () => {
    const id = await create("Passing");
    expect(await deleteDraft(shop, id)).toBe(true);
    expect(await findOffer(shop, id)).toBeNull();
  });

  test("leaves an offer that isn't a draft", async () => {
    const id = await create("Kept");
    await moveStatus(shop, [id], "activate", now);
    expect(await deleteDraft(shop, id)).toBe(false);
    await moveStatus(shop, [id], "archive", now);
  });

  test("leaves a draft that a decision names", async () => {
    const of = await installShop("used");
    const id = await create("Used", of);
    await moveStatus(of, [id], "activate", now);
    await new Promise((resolve) => setTimeout(resolve, 80));
    await offered(of);
    await pool.query("update offers set status = 'draft' where shop = $1 and id = $2", [of, id]);
    expect(await deleteDraft(of, id)).toBe(false);
  });
});

describe("the list", () => {
  test("finds by part of the name, in any case, within the states asked for", async () => {
    const id = await create("Winter Socks 100%");
    expect(await names(["draft"], "socks 100%")).toEqual(["Winter Socks 100%"]);
    expect(await names(["active"], "socks")).toEqual([]);
    expect(await names(["draft"], "%ocks")).toEqual([]);
    await deleteDraft(shop, id);
  });

  test("pages through everything once, in order of priority", async () => {
    const of = await installShop("pages");
    for (let n = 1; n <= 120; n += 1) await create(`Offer ${n}`, of);
    const seen: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 5; page += 1) {
      const list: Awaited<ReturnType<typeof readOfferList>> = await readOfferList(of, { statuses: everyState, search: "", after });
      seen.push(...list.offers.map(({ name }) => name));
      after = list.next;
      if (after === null) break;
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `Offer ${n + 1}`));
  });

  test("marks an active offer that has nothing left to offer", async () => {
    const of = await installShop("stuck");
    const id = await create("Sold out", of);
    await moveStatus(of, [id], "activate", now);
    await pool.query("update variants set inventory_quantity = 0 where shop = $1 and product_id = 200", [of]);
    expect((await readOfferList(of, { statuses: everyState, search: "", after: null })).offers).toMatchObject([{ id, problem: "soldOut" }]);
  });
});

describe("another shop's offer", () => {
  let theirs: string;
  beforeAll(async () => {
    theirs = await create("Neighbour’s", neighbour);
  });

  test("is not found, saved, moved, copied, restored or deleted", async () => {
    expect(await findOffer(shop, theirs)).toBeNull();
    expect(await readOfferEditor(shop, theirs, now)).toBeNull();
    expect(await saveOffer(shop, theirs, 1, buildContent({ name: "Taken" }), 7, now)).toEqual({ code: "missing" });
    expect(await restoreVersion(shop, theirs, 1, 1, 7, now)).toEqual({ code: "missing" });
    expect(await moveStatus(shop, [theirs], "activate", now)).toEqual([]);
    expect(await moveOffer(shop, theirs, "up", everyState)).toBe(false);
    expect(await duplicateOffer(shop, theirs, 7, now)).toBeNull();
    expect(await deleteDraft(shop, theirs)).toBe(false);
    expect(await findOffer(neighbour, theirs)).toMatchObject({ version: 1, status: "draft", content: { name: "Neighbour’s" } });
  });

  test("is on no list", async () => {
    expect(await names()).not.toContain("Neighbour’s");
  });
});

test("a copy is a draft of its own with the same content", async () => {
  const id = await create("Original");
  await moveStatus(shop, [id], "activate", now);
  const copy = await duplicateOffer(shop, id, 7, now);
  expect(copy).not.toBe(id);
  expect(await findOffer(shop, copy ?? "")).toMatchObject({ status: "draft", version: 1, content: { name: "Original (copy)", title: "A candle with it?" } });
});

test("the editor names what the rule and the offer point to", async () => {
  const content = buildContent({ rule: { kind: "all", conditions: [{ kind: "any", conditions: [{ kind: "product", match: "any", productIds: [100, 999] }] }] } });
  const id = await createOffer(shop, content, 7, now);
  expect(await readOfferEditor(shop, id, now)).toMatchObject({
    offer: { id, version: 1, deletable: true },
    currency: "GBP",
    products: [{ id: 200, variants: [{ id: 2001 }, { id: 2002 }], problem: null }],
    named: { product: [{ id: 100, title: "Product 100 of offers.myshopify.com" }] },
    versions: [{ version: 1, savedBy: 7 }],
  });
});
