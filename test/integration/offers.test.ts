import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Condition } from "../../app/domain/rules/condition";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { textsIn } from "../../app/i18n/translator.server";
import { freshDatabase } from "../support/database";
import { buildContent } from "../support/domain-builders";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { findOffer, listActiveOffers } = await import("../../app/data/offers/offers.server");
const { listVersions } = await import("../../app/data/offers/offer-versions.server");
const { readOfferEditor } = await import("../../app/services/offers/offer-editor.server");
const { readOfferList } = await import("../../app/services/offers/offer-list.server");
const { moveOffer, moveToEnd, readOfferOrder, saveOrder } = await import("../../app/services/offers/offer-order.server");
const { deleteDraft, deleteDrafts, moveStatus } = await import("../../app/services/offers/offer-status.server");
const { exportOffers } = await import("../../app/services/offers/export-offers.server");
const { importOffers } = await import("../../app/services/offers/move-offers.server");
const { listSilentPlacements } = await import("../../app/data/reports/silent-placements.server");
const { listRecentPastOrders } = await import("../../app/data/backtest/recent-orders.server");
const { estimateForShop } = await import("../../app/services/offers/estimate-rule.server");
const { offersToJson } = await import("../../app/domain/offers/offer-json");
const { parseOfferListing } = await import("../../app/domain/offers/offer-listing");
const { createOffer, duplicateOffer, restoreVersion, saveOffer } = await import("../../app/services/offers/save-offer.server");
const { prepareQueue } = await import("../../app/data/jobs/queue.server");
const { installShop, offered } = await import("../support/buyers");
const { addPastOrder } = await import("../support/past-orders");

const now = new Date("2026-11-21T12:00:00Z");

let shop: ShopId;
let neighbour: ShopId;
beforeAll(async () => {
  await prepareQueue();
  shop = await installShop("offers");
  neighbour = await installShop("neighbour");
});
afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

const create = (name: string, of = shop) => createOffer(of, buildContent({ name }), 7, now);
const listed = (search = "", of = shop) => readOfferList(of, parseOfferListing(new URLSearchParams(search)), now);
const names = async (search = "", of = shop) => (await listed(search, of)).offers.map((offer) => offer.name);

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
    expect(await moveOffer(of, ids[2] ?? "", "before", ids[0] ?? "")).not.toBeNull();
    expect((await listActiveOffers(of, "post-purchase")).map(({ id }) => id)).toEqual([ids[2], ids[0]]);
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

describe("the order", () => {
  let of: ShopId;
  let ids: string[];
  const order = async () => (await readOfferOrder(of, now)).offers.map(({ name }) => name).join("");
  beforeAll(async () => {
    of = await installShop("order");
    ids = [];
    for (const name of "ABCDE") ids.push(await create(name, of));
    await moveStatus(of, [ids[1] ?? ""], "archive", now);
  });

  test("is saved as staff arranged it, round what they did not see, and taken back whole", async () => {
    const [a = "", , c = "", d = "", e = ""] = ids;
    const moved = await saveOrder(of, [a, c, d, e], [e, a, c, d]);
    expect(await order()).toBe("EACD");
    await moveStatus(of, [ids[1] ?? ""], "restore", now);
    expect(await order()).toBe("EBACD");
    await saveOrder(of, moved?.after ?? [], moved?.before ?? []);
    expect(await order()).toBe("ABCDE");
  });

  test("is not saved on top of another that someone saved meanwhile", async () => {
    const [a = "", b = "", c = "", d = "", e = ""] = ids;
    await moveToEnd(of, [e], "first");
    expect(await saveOrder(of, [a, b, c, d, e], [c, a, b, d, e])).toBeNull();
    expect(await order()).toBe("EABCD");
    await moveToEnd(of, [e], "last");
    expect(await order()).toBe("ABCDE");
  });
});

test("a place that live offers are meant for is told of until something is asked from there", async () => {
  const of = await installShop("silent");
  const id = await createOffer(of, buildContent({ placements: ["thank-you", "post-purchase"] }), 7, now);
  expect(await listSilentPlacements(of)).toEqual([]);
  await moveStatus(of, [id], "activate", now);
  expect(await listSilentPlacements(of)).toEqual(["post-purchase", "thank-you"]);
  await offered(of, {});
  expect(await listSilentPlacements(of)).toEqual(["thank-you"]);
});

describe("an estimate beside the form", () => {
  test("asks the rule of the newest orders, whose customers' earlier orders are known", async () => {
    const of = await installShop("estimate");
    for (let n = 1; n <= 6; n += 1) {
      await addPastOrder(of, { id: n, at: new Date(now.getTime() - (10 - n) * 86_400_000), customerKey: n % 2 === 0 ? "c:1" : `c:1${n}`, lines: [{ id: n, productId: 100 }] });
    }
    const estimate = (conditions: Condition[]) => estimateForShop(of, { kind: "all", conditions }, ["thank-you"], now);
    expect(await estimate([])).toMatchObject({ orders: 6, reachable: 6, qualified: 6, isUntold: false });
    expect(await estimate([{ kind: "customerOrderCount", min: 1 }])).toMatchObject({ qualified: 2, parts: [2] });
    expect(await estimate([{ kind: "product", match: "any", productIds: [200] }])).toMatchObject({ qualified: 0 });
  });

  test.each<[string, { recent: number; earlier: number; each: number }, number[], number[]]>([
    ["all of the past that is asked for", { recent: 3, earlier: 9, each: 9 }, [1, 2, 3, 4, 5], [6, 7, 8]],
    ["the newest of each customer", { recent: 3, earlier: 9, each: 1 }, [4, 5], [6, 7, 8]],
    ["the newest of all customers", { recent: 2, earlier: 2, each: 9 }, [5, 6], [7, 8]],
    ["nothing of customers who bought nothing lately", { recent: 1, earlier: 9, each: 9 }, [2, 4, 6], [8]],
  ])("reads of the past %s", async (name, most, earlier, recent) => {
    const of = await installShop(`past-${name.replaceAll(" ", "-")}`);
    for (let n = 1; n <= 8; n += 1) {
      await addPastOrder(of, { id: n, at: new Date(now.getTime() - (10 - n) * 86_400_000), customerKey: `c:${n % 2}`, lines: [{ id: 1, productId: 100 }] });
    }
    const read = await listRecentPastOrders(of, now, most);
    expect([read.earlier.map(({ id }) => id), read.recent.map(({ id }) => id)]).toEqual([earlier, recent]);
  });
});

describe("files", () => {
  test("exported offers come in as drafts, or none does", async () => {
    const of = await installShop("files");
    const file = offersToJson([buildContent({ name: "One" }), buildContent({ name: "Two" })], "GBP");
    expect(await importOffers(of, file.replace('"One"', '""'), 7, now)).toMatchObject({ ok: false, problems: [{ path: "offers.0.name" }] });
    expect(await names("", of)).toEqual([]);
    const imported = await importOffers(of, file, 7, now);
    expect(await names("tab=draft", of)).toEqual(["One", "Two"]);
    expect(await deleteDrafts(of, imported.ok ? imported.ids : [])).toHaveLength(2);
  });

  test("the list as CSV runs nothing in a spreadsheet", async () => {
    const of = await installShop("csv");
    await create("=HYPERLINK(1)", of);
    const [head, row, ...rest] = (await exportOffers(of, parseOfferListing(new URLSearchParams()), now)).trimEnd().split("\r\n");
    expect(head).toContain("priority,name,state,what_is_offered");
    expect(row).toMatch(/^1,'=HYPERLINK\(1\),draft,manual,/);
    expect(rest).toEqual([]);
  });
});

describe("the list", () => {
  test("finds by part of the name, in any case, within the states asked for", async () => {
    const id = await create("Winter Socks 100%");
    expect(await names("tab=draft&q=socks 100%25")).toEqual(["Winter Socks 100%"]);
    expect(await names("tab=active&q=socks")).toEqual([]);
    expect(await names("tab=draft&q=%25ocks")).toEqual([]);
    await deleteDraft(shop, id);
  });

  test("tells active offers apart by the shop's clock, and finds by placement and by what is offered", async () => {
    const of = await installShop("phases");
    const add = async (name: string, changes: Parameters<typeof buildContent>[0]) => {
      const id = await createOffer(of, buildContent({ ...changes, name }), 7, now);
      await moveStatus(of, [id], "activate", now);
    };
    await add("Later", { schedule: { startsAt: "2026-12-01T00:00", endsAt: null }, placements: ["checkout"] });
    await add("Over", { schedule: { startsAt: null, endsAt: "2026-11-01T00:00" }, placements: ["checkout", "thank-you"] });
    await add("Now", { schedule: { startsAt: "2026-11-01T00:00", endsAt: "2026-12-01T00:00" }, strategy: { kind: "thankYouOnly" } });
    expect(await names("tab=scheduled", of)).toEqual(["Later"]);
    expect(await names("tab=ended", of)).toEqual(["Over"]);
    expect(await names("tab=active", of)).toEqual(["Now"]);
    expect(await names("placement=checkout", of)).toEqual(["Later", "Over"]);
    expect(await names("kind=thankYouOnly", of)).toEqual(["Now"]);
  });

  test.each(["priority-asc", "name-asc", "name-desc", "updated-desc"])("pages through everything once and back, by %s", async (sort) => {
    const of = await installShop(`pages-${sort}`);
    for (let n = 1; n <= 120; n += 1) await createOffer(of, buildContent({ name: `Offer ${n % 7} ${n}` }), 7, new Date(now.getTime() + (n % 5) * 1_000));
    const pages = [await listed(`sort=${sort}`, of)];
    for (let last = pages.at(-1); last?.next && pages.length < 5; last = pages.at(-1)) pages.push(await listed(`sort=${sort}&${new URLSearchParams({ after: last.next }).toString()}`, of));
    expect(pages.map(({ offers }) => offers.length)).toEqual([50, 50, 20]);
    expect(new Set(pages.flatMap(({ offers }) => offers.map(({ id }) => id))).size).toBe(120);
    expect(pages[0]?.previous).toBeNull();
    const back = await listed(`sort=${sort}&${new URLSearchParams({ before: pages[2]?.previous ?? "" }).toString()}`, of);
    expect(back.offers.map(({ id }) => id)).toEqual(pages[1]?.offers.map(({ id }) => id));
  });

  test("marks an active offer that has nothing left to offer", async () => {
    const of = await installShop("stuck");
    const id = await create("Sold out", of);
    await moveStatus(of, [id], "activate", now);
    await pool.query("update variants set inventory_quantity = 0 where shop = $1 and product_id = 200", [of]);
    expect((await listed("", of)).offers).toMatchObject([{ id, problem: "soldOut" }]);
  });
});

describe("another shop's offer", () => {
  let theirs: string;
  beforeAll(async () => {
    theirs = await create("Neighbour’s", neighbour);
  });

  test("is not found, saved, moved, copied, restored or deleted", async () => {
    expect(await findOffer(shop, theirs)).toBeNull();
    expect(await readOfferEditor(textsIn("en").t, shop, theirs, now)).toBeNull();
    expect(await saveOffer(shop, theirs, 1, buildContent({ name: "Taken" }), 7, now)).toEqual({ code: "missing" });
    expect(await restoreVersion(shop, theirs, 1, 1, 7, now)).toEqual({ code: "missing" });
    expect(await moveStatus(shop, [theirs], "activate", now)).toEqual([]);
    expect(await moveOffer(shop, theirs, "before", await create("Mine"))).toBeNull();
    expect(await saveOrder(shop, [theirs], [theirs])).toBeNull();
    expect(await deleteDrafts(shop, [theirs])).toEqual([]);
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

test("the editor says which live offer for every order comes first at the same places, and only then", async () => {
  const of = await installShop("ahead");
  const forAll = buildContent({ name: "For all", placements: ["post-purchase"], rule: { kind: "all", conditions: [] } });
  const ahead = await createOffer(of, forAll, null, now);
  const behind = await createOffer(of, { ...forAll, name: "Behind" }, null, now);
  const elsewhere = await createOffer(of, { ...forAll, name: "Elsewhere", placements: ["order-status"] }, null, now);
  const openBefore = async (id: string) => (await readOfferEditor(textsIn("en").t, of, id, now))?.openBefore;
  expect(await openBefore(behind)).toBeNull();
  await moveStatus(of, [ahead], "activate", now);
  expect(await openBefore(behind)).toEqual({ id: ahead, name: "For all" });
  expect([await openBefore(ahead), await openBefore(elsewhere)]).toEqual([null, null]);
  await saveOffer(of, ahead, 1, { ...forAll, rule: { kind: "all", conditions: [{ kind: "firstOrder", isFirst: true }] } }, null, now);
  expect(await openBefore(behind)).toBeNull();
});

test("the editor names what the rule and the offer point to", async () => {
  const content = buildContent({ rule: { kind: "all", conditions: [{ kind: "any", conditions: [{ kind: "product", match: "any", productIds: [100, 999] }] }] } });
  const id = await createOffer(shop, content, 7, now);
  expect(await readOfferEditor(textsIn("en").t, shop, id, now)).toMatchObject({
    offer: { id, version: 1, deletable: true },
    currency: "GBP",
    products: [{ id: 200, variants: [{ id: 2001 }, { id: 2002 }], problem: null }],
    named: { product: [{ id: 100, title: "Product 100 of offers.myshopify.com" }] },
    versions: [{ version: 1, savedBy: 7 }],
  });
});
