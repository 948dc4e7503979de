import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import type { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";
import { freshDatabase } from "../support/database";

setAppEnvironment(await freshDatabase());
const { closeDatabase, pool } = await import("../../app/data/database.server");
const { addChunk, findExport, removeExpiredExports, removeExport, startExport } = await import("../../app/data/exports/exports.server");
const { readRows } = await import("../../app/data/exports/parts.server");
const { saveKeepReasonsDays } = await import("../../app/data/shops/preferences.server");
const { findShop } = await import("../../app/data/shops/shops.server");
const { emptyReasons } = await import("../../app/services/decisions/empty-reasons.server");
const { openExport } = await import("../../app/services/exports/download-export.server");
const { requestExport, runExport } = await import("../../app/services/exports/run-export.server");
const { cancelDeletion, requestDeletion, runDeletions } = await import("../../app/services/shops/delete-data.server");
const { listShopTables } = await import("../support/shop-tables");
const { linkShopify, openShop } = await import("../support/linked-shopify");

const shopify = await linkShopify();
afterAll(closeDatabase);

async function openWithOrders(handle: string, orders = 2) {
  const opened = await openShop(shopify, handle);
  for (let index = 0; index < orders; index += 1) {
    shopify.control.placeOrder({ shop: opened.shop, lines: [{ variantId: opened.tea.variants[1]?.id ?? 0, quantity: 1 }], email: `buyer${String(index)}@example.com` });
  }
  await shopify.settle();
  return opened;
}

async function download(shop: ShopId, id: string): Promise<Record<string, unknown>[]> {
  const found = await openExport(shop, id, new Date());
  if (!found) throw new Error("There is no export to download");
  const chunks: Buffer[] = [];
  for await (const chunk of found.chunks) chunks.push(chunk);
  const lines = gunzipSync(Buffer.concat(chunks)).toString("utf8").trimEnd().split("\n");
  return lines.map((line) => z.record(z.string(), z.unknown()).parse(JSON.parse(line)));
}

test("an export holds everything of the shop, nothing of another and no secret", async () => {
  const { shop } = await openWithOrders("exporting");
  await openWithOrders("neighbour");
  const id = await requestExport(shop, 1, new Date());
  expect(await requestExport(shop, 1, new Date())).toBe(id);
  await shopify.settle();
  const rows = await download(shop, id);
  const parts = rows.map(({ part }) => part);
  for (const part of ["settings", "products", "variants", "orders", "orderLines"]) expect(parts).toContain(part);
  expect(rows.filter(({ part }) => part === "orders")).toHaveLength(2);
  expect(await findExport(shop, id)).toMatchObject({ status: "ready", rowsDone: rows.length, rowsTotal: rows.length });
  const text = JSON.stringify(rows);
  expect(text).not.toMatch(/shpat_|neighbour|@example\.com|"jti"|access_token/i);
});

test("an export that was cut short goes on where it was, writes nothing twice, and stops when it is taken away", async () => {
  const { shop } = await openWithOrders("resuming", 3);
  const id = await requestExport(shop, 1, new Date());
  await startExport(shop, id, 0);
  const first = await readRows(shop, "orders", null, 2);
  const step = { number: 0, content: gzipSync(`${first.rows.map((row) => `{"part":"orders",${row.slice(1)}`).join("\n")}\n`), rows: 2, part: "orders", cursor: JSON.stringify(first.cursor) };
  expect(await addChunk(shop, id, step)).toBe(true);
  expect(await addChunk(shop, id, step)).toBe(false);
  await shopify.settle();
  const rows = await download(shop, id);
  expect(new Set(rows.filter(({ part }) => part === "orders").map(({ id: order }) => order)).size).toBe(3);
  expect(rows.filter(({ part }) => part === "orders")).toHaveLength(3);
  const stopped = new AbortController();
  stopped.abort();
  const other = await requestExport(shop, 1, new Date());
  await expect(runExport(shop, other, new Date(), stopped.signal, false)).rejects.toThrow();
  await removeExport(shop, other);
  await runExport(shop, other, new Date(), undefined, false);
  expect(await findExport(shop, other)).toBeNull();
});

test("an export ends after a week", async () => {
  const { shop } = await openWithOrders("expiring", 1);
  const id = await requestExport(shop, 1, new Date());
  await shopify.settle();
  const later = new Date(Date.now() + 8 * 86_400_000);
  expect(await openExport(shop, id, later)).toBeNull();
  await removeExpiredExports(later);
  expect(await findExport(shop, id)).toBeNull();
  expect((await pool.query("select from data_export_chunks where shop = $1", [shop])).rowCount).toBe(0);
});

test("deletion wants the shop's name, waits a day, and can be called off until it runs", async () => {
  const { shop } = await openWithOrders("deleting", 1);
  const now = new Date();
  expect(await requestDeletion(shop, 1, "another", now)).toBe(false);
  expect(await requestDeletion(shop, 1, " DELETING ", now)).toBe(true);
  await cancelDeletion(shop);
  await runDeletions(new Date(now.getTime() + 25 * 3_600_000));
  expect(await findShop(shop)).not.toBeNull();

  expect(await requestDeletion(shop, 1, shop, now)).toBe(true);
  await runDeletions(new Date(now.getTime() + 23 * 3_600_000));
  expect(await findShop(shop)).not.toBeNull();
  await runDeletions(new Date(now.getTime() + 25 * 3_600_000));
  for (const table of await listShopTables()) {
    expect((await pool.query(`select from ${table} where shop = $1`, [shop])).rowCount, table).toBe(0);
  }
  await shopify.visit(shop);
  expect(await findShop(shop)).toMatchObject({ uninstalledAt: null });
});

test("what decisions were made on is kept as long as the shop wants", async () => {
  const [{ shop: long }, { shop: usual }] = [await openWithOrders("keeping", 0), await openWithOrders("forgetful", 0)];
  await saveKeepReasonsDays(long, 200);
  for (const shop of [long, usual]) {
    await pool.query(
      `insert into decisions (shop, id, placement, reference_id, step, outcome, facts, reasons, currency, decided_at, expires_at)
       values ($1, gen_random_uuid(), 'thank-you', 'ref', 1, 'nothing', '{"lines":[1]}', '{"general":"noOffers","candidates":[]}', 'GBP', now() - interval '100 days', now())`, [shop]);
  }
  await emptyReasons(new Date());
  const kept = async (shop: ShopId) => (await pool.query<{ lines: number }>("select jsonb_array_length(facts->'lines') as lines from decisions where shop = $1", [shop])).rows[0]?.lines;
  expect([await kept(long), await kept(usual)]).toEqual([1, 0]);
});
