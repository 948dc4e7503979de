import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { AdjustableClock } from "./clock";
import { createCheckout } from "./checkouts";
import { installApp, issueAccessToken } from "./installations";
import { attachJournal, openDataDirectory } from "./journal";
import { completeCheckout } from "./orders";
import { createProduct } from "./products";
import { refundOrder } from "./refunds";
import { createShop } from "./shops";
import { Store } from "./store";

function makeDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), "journal-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

function boot(directory: string): Store {
  const store = new Store({ clock: new AdjustableClock(), seed: openDataDirectory(directory, 0, null).seed });
  attachJournal(store, directory);
  return store;
}

function trade(store: Store): void {
  createShop(store, { handle: "kept" });
  const product = createProduct(store, { shop: "kept", product: { title: "Mug", variants: [{ price: 500 }] } });
  const lines = [{ variantId: product.variants[0]?.id ?? 0, quantity: 3 }];
  const checkout = createCheckout(store, { shop: "kept", email: "buyer@example.com", lines });
  const order = completeCheckout(store, { shop: "kept", token: checkout.token });
  refundOrder(store, { shop: "kept", orderId: order.id, lines: [{ lineId: order.lines[0]?.id ?? 0, quantity: 1 }] });
  installApp(store, { shop: "kept", scopes: ["read_orders"], subscriptions: [] });
  issueAccessToken(store, { shop: "kept", kind: "offline", expiring: true, userId: null });
}

test("a restart finds everything as it was, tokens and times included", () => {
  const directory = makeDirectory();
  const before = boot(directory);
  trade(before);
  const after = boot(directory);
  expect(after.getShop("kept")).toEqual(before.getShop("kept"));
});

test("changes that were refused leave nothing behind", () => {
  const directory = makeDirectory();
  const store = boot(directory);
  trade(store);
  expect(() => createShop(store, { handle: "kept" })).toThrow("exists already");
  expect(readFileSync(join(directory, "journal.jsonl"), "utf8").split("\n")).toHaveLength(8);
});

test("a line cut short by a crash is dropped and overwritten", () => {
  const directory = makeDirectory();
  trade(boot(directory));
  appendFileSync(join(directory, "journal.jsonl"), '{"command":"createShop","at":1,"args":{"han');
  createShop(boot(directory), { handle: "next" });
  expect([...boot(directory).shops.keys()]).toEqual(["kept.myshopify.com", "next.myshopify.com"]);
});

test("a data directory belongs to one history", () => {
  const directory = makeDirectory();
  boot(directory);
  const another = join(makeDirectory(), "another.csv");
  writeFileSync(another, "order_id,product_id\n");
  expect(() => openDataDirectory(directory, 0, another)).toThrow("--fresh");
});
