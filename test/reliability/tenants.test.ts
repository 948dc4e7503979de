import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import type { AppProcess } from "../support/app-process";
import { startApp } from "../support/app-process";
import { freshDatabase } from "../support/database";
import { listRoutes } from "../support/routes";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { closeSnapshots } = await import("../../app/data/decisions/snapshot.server");
const { addOffer, installShop, offered, sign } = await import("../support/buyers");
const { browser, credentials } = await import("../support/credentials");
const { listShopTables } = await import("../support/shop-tables");
const { signIn } = await import("../support/sign-in");

/** In every text of the other shop; an answer that holds it holds a foreign byte. */
const mark = "zanzibar";

let app: AppProcess;
let mine: ShopId;
let ids: Awaited<ReturnType<typeof fill>>;
let own: Awaited<ReturnType<typeof fill>>;
beforeAll(async () => {
  app = await startApp();
  mine = await installShop("mine");
  own = await fill(mine, "own");
  ids = await fill(await installShop(mark), mark);
  await signIn(mine);
}, 180_000);
afterAll(async () => {
  await app.stop();
  await closeSnapshots();
  await closeDatabase();
});

/** One of everything that a shop can have, its texts marked. */
async function fill(shop: ShopId, text: string) {
  const offerId = await addOffer(shop, { name: `${text} offer`, title: `${text} title`, body: `${text} body` });
  const { decisionId, token, selection, referenceId } = await offered(shop);
  await sign(token, selection);
  await pool.query(
    `insert into orders (shop, id, name, checkout_token, customer_key, currency, gateways, discount_codes, subtotal_minor, total_minor, financial_status, processed_at, source_at, observed_at)
     values ($1, 77, $2, $3, 'c:501', 'GBP', '{}', '{}', 2500, 2500, 'paid', now(), now(), now())`, [shop, `#${text}-77`, referenceId]);
  await pool.query("update decisions set order_id = 77, impression_at = now() where shop = $1", [shop]);
  await pool.query("update acceptances set order_id = 77, line_id = 71, state = 'confirmed', confirmed_at = now() where shop = $1", [shop]);
  await pool.query(
    `insert into ledger_entries (shop, id, source_key, decision_id, order_id, line_id, kind, amount_minor, currency, happened_at, recorded_at)
     values ($1, gen_random_uuid(), $2, $3, 77, 71, 'accepted', 800, 'GBP', now(), now())`, [shop, `accepted:${decisionId}`, decisionId]);
  const eventId = randomUUID();
  await pool.query(
    `insert into webhook_events (shop, topic, event_id, webhook_id, triggered_at, received_at, payload, status, attempts, last_error)
     values ($1, 'orders/updated', $2, $2, now(), now(), '{}', 'dead', 5, $3)`, [shop, eventId, `${text} failed`]);
  await pool.query(
    `insert into backtest_runs (shop, id, offer_id, content, status, error, requested_at, updated_at)
     select $1, gen_random_uuid(), $2, content, 'failed', $3, now(), now() from offer_versions where shop = $1 and offer_id = $2 limit 1`, [shop, offerId, `${text} trial failed`]);
  return { shop, offerId, decisionId, eventId, referenceId, selection };
}

async function send(path: string, init: RequestInit = {}): Promise<{ status: number; text: string }> {
  const headers = new Headers({ ...browser, ...credentials.admin(mine).headers });
  new Headers(init.headers).forEach((value, name) => { headers.set(name, value); });
  const response = await fetch(`${app.url}${path}`, { redirect: "manual", ...init, headers });
  return { status: response.status, text: `${response.headers.get("Location") ?? ""} ${await response.text()}` };
}

/** Everything of the other shop, to see that nothing of it moved. */
async function foreignState(): Promise<string> {
  const rows = await Promise.all((await listShopTables()).map(async (table) => (await pool.query(`select to_jsonb(t) as row from ${table} t where shop = $1 order by 1`, [ids.shop])).rows as unknown[]));
  return JSON.stringify(rows);
}

const paths = () => {
  const every = [ids, own].flatMap(({ offerId, decisionId }) => listRoutes((name) => (name === "decisionId" ? decisionId : offerId)));
  const admin = [...new Map(every.filter(({ audience }) => audience === "admin").map((route) => [route.path, route])).values()];
  return admin.map(({ id, path }) => ({ id, path }));
};

describe("28: two shops", () => {
  test("what belongs to the shop is there, so that what is missing means something", async () => {
    expect((await send(`/app/offers/${own.offerId}`)).text).toContain("own title");
    expect((await send("/app/activity")).text).toContain("own offer");
    expect((await send("/app/activity/dead-letters")).text).toContain("own failed");
  });

  test("no page, asked for in any way, holds a byte of the other shop", async () => {
    const queries = ["", `offer=${ids.offerId}`, "order=77", "period=90&show=revenue", "tab=all&q=a", "outcome=accepted", `after=${Buffer.from(JSON.stringify([new Date(), ids.decisionId])).toString("base64url")}`];
    let seen = 0;
    for (const { id, path } of paths()) {
      for (const query of queries) {
        for (const data of ["", `_data=${encodeURIComponent(id)}`]) {
          const { status, text } = await send(`${path}?${[query, data].filter(Boolean).join("&")}`);
          expect(status, `${path}?${query} ${data}`).toBeLessThan(500);
          expect(text.toLowerCase(), `${path}?${query} ${data}`).not.toContain(mark);
          seen += 1;
        }
      }
    }
    expect(seen).toBeGreaterThan(100);
  });

  test("the database itself hides the other's rows: requests act as the role that its policies hold for", async () => {
    await pool.query("create policy nobody on offers as restrictive to encore_tenant using (false)");
    expect((await send(`/app/offers/${own.offerId}`)).status).toBe(404);
    await pool.query("drop policy nobody on offers");
    expect((await send(`/app/offers/${own.offerId}`)).status).toBe(200);
  });

  test("links lead nowhere else", async () => {
    const todo = ["/app"];
    const seen = new Set(todo);
    for (let path = todo.pop(); path; path = todo.pop()) {
      const { text } = await send(path);
      expect(text.toLowerCase(), path).not.toContain(mark);
      for (const [, link] of text.matchAll(/href="(\/app[^"#]*)"/g)) {
        const next = (link ?? "").replaceAll("&amp;", "&");
        if (!seen.has(next) && seen.size < 60) todo.push(next);
        seen.add(next);
      }
    }
    expect(seen.size).toBeGreaterThan(3);
  });

  test("no action with the other shop's ids changes or shows anything of it", async () => {
    const before = await foreignState();
    const list = ["activate", "pause", "archive", "restore"];
    const bodies: object[] = [
      ...list.map((intent) => ({ intent, ids: [ids.offerId] })), ...list.map((intent) => ({ intent })),
      { intent: "move", id: ids.offerId, direction: "up", tab: "all" }, { intent: "duplicate" }, { intent: "delete" },
      { intent: "restoreVersion", version: 1, loadedVersion: 1 }, { intent: "save", version: 1, draft: "{}" },
    ];
    const forms: Array<Record<string, string>> = [
      { intent: "replay", id: ids.eventId }, { id: ids.eventId }, { id: `orders/updated:${ids.eventId}` }, { id: JSON.stringify(["orders/updated", ids.eventId]) }, { id: "all" },
      { intent: "holdOut", percent: "50", shop: ids.shop }, { intent: "dismissSetup", shop: ids.shop }, { intent: "showSetup", shop: ids.shop },
    ];
    for (const { id, path } of paths().filter((route) => !route.path.includes(own.offerId))) {
      for (const target of [`${path}?_data=${encodeURIComponent(id)}`, `${path}?_data=${encodeURIComponent(id)}&index&shop=${ids.shop}`]) {
        for (const init of [
          ...bodies.map((body) => ({ body: JSON.stringify(body), headers: { "Content-Type": "application/json" } })),
          ...forms.map((form) => ({ body: new URLSearchParams(form) })),
        ]) {
          const { text } = await send(target, { method: "POST", ...init });
          expect(text.replaceAll(ids.shop, "").toLowerCase(), `${target} ${JSON.stringify(init)}`).not.toContain(mark);
        }
      }
    }
    expect(await foreignState()).toBe(before);
  });

  test("the page's endpoints know nothing of the other shop's decisions", async () => {
    const before = await foreignState();
    const { headers } = credentials.postPurchase(mine);
    const ask = (endpoint: string, body: object) => send(`/api/post-purchase/${endpoint}`, { method: "POST", body: JSON.stringify(body), headers });
    const { decisionId } = ids;
    expect(await ask("changeset", ids.selection)).toMatchObject({ status: 409, text: ' {"refused":"unknownDecision"}' });
    await ask("impression", { decisionId });
    await ask("outcome", { decisionId, outcome: "declined" });
    await ask("outcome", { decisionId, outcome: "failed", errorCode: "server_error" });
    expect(await foreignState()).toBe(before);
  });

  test("the same purchase at two shops is two purchases", async () => {
    const { headers } = credentials.postPurchase(ids.shop);
    const theirs = await send("/api/post-purchase/decision", { method: "POST", headers });
    const mineHeaders = credentials.postPurchase(mine).headers;
    const ours = await send("/api/post-purchase/decision", { method: "POST", headers: mineHeaders });
    expect(theirs.text).toContain(mark);
    expect(ours.text).not.toContain(mark);
  });
});
