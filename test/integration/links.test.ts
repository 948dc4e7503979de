import { createHmac, randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BlockQuestion } from "../../app/domain/placements/contract";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { apiSecret, setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { currentKeyVersion, macOf, replaceTemplateKey, templateKeyOf } = await import("../../app/services/links/link-keys.server");
const { makeReceiptCode } = await import("../../app/services/links/resolve-link.server");
const { decideForBlock } = await import("../../app/services/placements/decide-for-block.server");
const { noteBlockDecline } = await import("../../app/services/placements/record-sight.server");
const { isOptedOut } = await import("../../app/services/courtesy/opt-out.server");
const route = await import("../../app/routes/proxy.l.$code");
const typed = await import("../../app/routes/proxy.l._index");
const { credentials } = await import("../support/credentials");
const { addOffer, installShop } = await import("../support/buyers");
const { addPastOrder } = await import("../support/past-orders");

let shop: ShopId;
let orderId = 5_000;
beforeAll(async () => {
  shop = await installShop("links");
  await addOffer(shop, { placements: ["e-mail", "receipt", "thank-you"], title: "Something for you" });
});
afterAll(async () => {
  await closeSnapshots();
  await closeDatabase();
});

async function order(over: { at?: Date; customerKey?: string | null } = {}): Promise<number> {
  await addPastOrder(shop, { id: (orderId += 1), at: new Date(), customerKey: `c:${String(orderId)}`, ...over });
  return orderId;
}

/** As the shop's template works it out with Liquid's `hmac_sha256`. */
async function codeFor(id: number): Promise<string> {
  const keyVersion = await currentKeyVersion(shop);
  const mac = createHmac("sha256", templateKeyOf(shop, keyVersion)).update(`e${String(id)}`).digest("hex").slice(0, 32);
  return `e${String(id)}-${String(keyVersion)}-${mac}`;
}

interface Opening { method?: "GET" | "POST" | "HEAD"; form?: Record<string, string>; of?: string; language?: string; signed?: boolean }

async function open(code: string, { method, form, of = shop, language = "en", signed = true }: Opening = {}) {
  const query = new URLSearchParams({ ...(signed ? credentials.proxy(of).query : { shop: of }) });
  const request = new Request(`http://localhost/proxy/l/${code}?${query.toString()}`, {
    method: method ?? (form ? "POST" : "GET"), headers: { "accept-language": language }, ...(form ? { body: new URLSearchParams(form) } : {}),
  });
  const reply = await (form ? route.action : route.loader)({ request, params: { code }, context: {} });
  return { status: reply.status, location: reply.headers.get("location"), type: reply.headers.get("content-type"), text: await reply.text() };
}

const decisions = async (id: number) =>
  (await pool.query<{ id: string; placement: string; seen: boolean; declined: boolean }>(
    "select id, placement, impression_at is not null as seen, declined_at is not null as declined from decisions where shop = $1 and reference_id = $2", [shop, `token-${String(id)}`],
  )).rows;

describe("the link in an order's e-mail", () => {
  test("shows the offer for that order in the shop's layout; opening it is an impression", async () => {
    const id = await order();
    const page = await open(await codeFor(id));
    expect(page).toMatchObject({ status: 200, type: "application/liquid; charset=utf-8" });
    expect(page.text).toContain("<h1>Something for you</h1>");
    expect(page.text).toContain(`Product 200 of ${shop}`);
    expect(page.text).not.toContain("<script");
    expect(await decisions(id)).toMatchObject([{ placement: "e-mail", seen: true }]);
  });

  test("opened again it shows the same, and counts once", async () => {
    const id = await order();
    const code = await codeFor(id);
    const [first, second] = [await open(code), await open(code)];
    expect(second.text).toBe(first.text);
    expect(await decisions(id)).toHaveLength(1);
  });

  test("looked at by a scanner it counts nothing", async () => {
    const id = await order();
    await open(await codeFor(id), { method: "HEAD" });
    expect(await decisions(id)).toMatchObject([{ seen: false }]);
  });

  test.each([["de-AT,de;q=0.9", "Zur Kasse mitnehmen"], ["ja", "購入手続きへ進む"], ["sv,pt-BR;q=0.5", "Levar para a caixa"], ["sv", "Take it to the checkout"]])("speaks to a browser of %s", async (language, words) => {
    expect((await open(await codeFor(await order()), { language })).text).toContain(words);
  });

  test("leads to a filled checkout of the shop's own, by path", async () => {
    const id = await order();
    const code = await codeFor(id);
    await open(code);
    const [decision] = await decisions(id);
    const bought = await open(code, { form: { intent: "buy", decision: decision?.id ?? "", variant: "2001", quantity: "2" } });
    expect(bought.status).toBe(303);
    expect(bought.location).toMatch(/^\/cart\/2001:2\?/);
    expect((await open(code, { form: { intent: "buy", decision: decision?.id ?? "", variant: "2001", quantity: "2" } })).location).toBe(bought.location);
  });

  test("a no holds at every other placement, and theirs here", async () => {
    const id = await order();
    const code = await codeFor(id);
    await open(code);
    const [decision] = await decisions(id);
    expect((await open(code, { form: { intent: "decline", decision: decision?.id ?? "" } })).status).toBe(200);
    expect((await open(code)).text).not.toContain("Something for you");
    const question: BlockQuestion = { placement: "thank-you", checkoutToken: `token-${String(id)}`, lines: [], totalMinor: 0, currency: "GBP", countryCode: "GB", locale: "en", room: 3 };
    expect(await decideForBlock({ shop, customerId: null }, question, new Date())).toEqual({ show: false });

    const other = await order();
    const caller = { shop, customerId: null };
    const reply = await decideForBlock(caller, { ...question, checkoutToken: `token-${String(other)}` }, new Date());
    if (!reply.show) throw new Error("Nothing was offered on the thank-you page");
    await noteBlockDecline(caller, { decisionId: reply.decisionId, checkoutToken: `token-${String(other)}` }, new Date());
    expect((await open(await codeFor(other))).text).not.toContain("Something for you");
  });

  test("takes an opt-out, keeps it, and gives it back", async () => {
    const id = await order();
    const code = await codeFor(id);
    expect((await open(code, { form: { intent: "optOut" } })).text).toContain("We won’t show you offers any more");
    expect(await isOptedOut(shop, `c:${String(id)}`)).toBe(true);
    expect((await open(code)).text).toContain("We won’t show you offers any more");
    await open(code, { form: { intent: "optIn" } });
    expect(await isOptedOut(shop, `c:${String(id)}`)).toBe(false);
  });

  test("ends politely", async () => {
    const page = await open(await codeFor(await order({ at: new Date(Date.now() - 91 * 86_400_000) })));
    expect(page).toMatchObject({ status: 200 });
    expect(page.text).toContain("This offer has ended");
  });

  test.each<Record<string, string>>([{}, { intent: "buy" }, { intent: "buy", decision: "x", variant: "1", quantity: "1" }, { intent: "buy", decision: "00000000-0000-0000-0000-000000000000", variant: "-1", quantity: "1" }, { intent: "pay" }])(
    "a form of %j is refused and changes nothing", async (form) => {
      const id = await order();
      expect((await open(await codeFor(id), { form })).status).toBe(400);
    });

  test("of somebody else's decision nothing can be had", async () => {
    const [mine, theirs] = [await order(), await order()];
    await open(await codeFor(theirs));
    const [decision] = await decisions(theirs);
    const bought = await open(await codeFor(mine), { form: { intent: "buy", decision: decision?.id ?? "", variant: "2001", quantity: "1" } });
    expect(bought.location).toBeNull();
  });
});

describe("guessing", () => {
  test("none of two thousand guesses at an order's link opens it", async () => {
    const id = await order();
    const genuine = await codeFor(id);
    const mac = genuine.slice(-32);
    const guesses = [
      ...Array.from({ length: 1_000 }, () => `e${String(id)}-1-${randomBytes(16).toString("hex")}`),
      ...Array.from({ length: 500 }, () => randomBytes(32).toString("base64url").toUpperCase().replace(/[^0-9A-HJKMNP-TV-Z]/g, "0").slice(0, 26)),
      ...Array.from({ length: 400 }, (_, n) => `e${String(id + 1 + n)}-1-${mac}`),
      ...Array.from({ length: 96 }, (_, bit) => `e${String(id)}-1-${flipped(mac, bit)}`),
      `r${String(id)}-1-${mac}`, `e${String(id)}-2-${mac}`, genuine.toUpperCase(), `${genuine}0`,
    ];
    expect(guesses).toHaveLength(2_000);
    const statuses = new Set<number>();
    for (const guess of guesses) statuses.add((await open(guess)).status);
    expect([...statuses]).toEqual([404]);
    expect((await open(genuine)).status).toBe(200);
  });

  test("another shop's key opens nothing here, and this one's nothing there", async () => {
    const other = await installShop("links-other");
    const id = await order();
    const theirs = `e${String(id)}-1-${macOf(other, 1, "e-mail", id)}`;
    expect((await open(theirs)).status).toBe(404);
    expect((await open(await codeFor(id), { of: other })).text).not.toContain("Something for you");
  });

  test("a link without Shopify's signature, or with a stale one, opens nothing", async () => {
    const code = await codeFor(await order());
    expect((await open(code, { signed: false })).status).toBe(401);
    const query: Record<string, string> = { shop, timestamp: String(Math.floor(Date.now() / 1000) - 120) };
    const message = Object.keys(query).sort().map((name) => `${name}=${query[name] ?? ""}`).join("");
    const stale = new URLSearchParams({ ...query, signature: createHmac("sha256", apiSecret).update(message).digest("hex") });
    const reply = await route.loader({ request: new Request(`http://localhost/proxy/l/${code}?${stale.toString()}`), params: { code }, context: {} });
    expect(reply.status).toBe(401);
  });

  test("after the key is replaced old links work for a while, then not; a made-up version never", async () => {
    const own = await installShop("links-keys");
    const now = new Date();
    const later = new Date(now.getTime() + 61 * 86_400_000);
    const { isGenuine } = await import("../../app/services/links/link-keys.server");
    const old = { placement: "e-mail", orderId: 7, keyVersion: 1, mac: macOf(own, 1, "e-mail", 7) } as const;
    expect(await isGenuine(own, old, now)).toBe(true);
    expect(await replaceTemplateKey(own, now)).toMatchObject({ version: 2 });
    expect(await isGenuine(own, old, now)).toBe(true);
    expect(await isGenuine(own, old, later)).toBe(false);
    expect(await isGenuine(own, { ...old, keyVersion: 2, mac: macOf(own, 2, "e-mail", 7) }, later)).toBe(true);
    expect(await isGenuine(own, { ...old, keyVersion: 3, mac: macOf(own, 3, "e-mail", 7) }, now)).toBe(false);
  });
});

describe("the code on a receipt", () => {
  test("is always the same for an order, opens it, and is asked about as a receipt", async () => {
    const id = await order();
    const code = await makeReceiptCode(shop, id, new Date());
    expect(await makeReceiptCode(shop, id, new Date())).toBe(code);
    expect((await open(code)).text).toContain("Something for you");
    expect(await decisions(id)).toMatchObject([{ placement: "receipt" }]);
    const { rows } = await pool.query<{ text: string }>("select order_links::text as text from order_links where shop = $1", [shop]);
    expect(rows.map(({ text }) => text).join()).not.toContain(code);
  });

  test.each([["typed in groups and small letters", (code: string) => `${code.slice(0, 5)}-${code.slice(5)}`.toLowerCase(), 302], ["mistyped", (code: string) => code.slice(1), 404]])("%s", async (_how, change, status) => {
    const code = await makeReceiptCode(shop, await order(), new Date());
    const query = new URLSearchParams({ ...credentials.proxy(shop).query });
    // Shopify signs what is asked for, the code with it.
    query.delete("signature");
    query.set("code", change(code));
    const message = [...query].map(([name, value]) => `${name}=${value}`).sort().join("");
    query.set("signature", createHmac("sha256", apiSecret).update(message).digest("hex"));
    const reply = typed.loader({ request: new Request(`http://localhost/proxy/l?${query.toString()}`), params: {}, context: {} });
    expect(reply.status).toBe(status);
    if (status === 302) expect(reply.headers.get("location")).toBe(`/apps/encore/l/${code}?lang=en`);
  });
});

function flipped(mac: string, place: number): string {
  const at = place % 32;
  const digit = ((parseInt(mac.charAt(at), 16) + 1 + Math.floor(place / 32)) % 16).toString(16);
  return `${mac.slice(0, at)}${digit}${mac.slice(at + 1)}`;
}
