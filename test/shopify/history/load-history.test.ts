import { expect, test } from "vitest";
import { AdjustableClock } from "../store/clock";
import { createShop } from "../store/shops";
import { Store } from "../store/store";
import { currentTotals } from "../store/totals";
import { readHistoryText } from "./csv-lines";
import { readableTitle } from "./dressing";
import { loadHistory } from "./load-history";

const HEADER = "order_id,customer_id,order_seq,product_id,product_name,unit_price,quantity,timestamp,country,flag\n";
const START = Date.parse("2026-05-10T09:30:00Z");

function load(rows: string) {
  const shop = createShop(new Store({ clock: new AdjustableClock(), seed: "test" }), { handle: "past" });
  const report = loadHistory(shop, START, (visit) => readHistoryText(HEADER + rows, visit));
  return { shop, report, orders: [...shop.orders.values()] };
}

test("moves dates by whole days so that the newest order is of the day before the start", () => {
  const { orders } = load("1,A,1,X,CUP,2.50,1,2010-12-01T08:26,United Kingdom,\n2,A,2,X,CUP,2.50,1,2010-12-03T10:00,EIRE,\n");
  expect(orders.map(({ createdAt }) => new Date(createdAt).toISOString())).toEqual(["2026-05-07T08:26:00.000Z", "2026-05-09T10:00:00.000Z"]);
  expect(orders.map(({ countryCode }) => countryCode)).toEqual(["GB", "IE"]);
});

test("leaves unusable lines out and turns a cancelled one into a refund of the order it fits", () => {
  const { report, orders } = load(
    "1,A,1,X,CUP,2.50,4,2010-12-01T08:26,France,\nC2,A,,X,CUP,2.50,-3,2010-12-02T08:26,France,cancelled\nC3,A,,Y,POT,2.50,-3,2010-12-02T08:26,France,cancelled\n4,,,M,POSTAGE,18,1,2010-12-02T09:00,France,nonproduct\n",
  );
  expect(report).toMatchObject({ orders: 1, lines: 1, refundedLines: 1, skipped: { cancelled: 2, nonproduct: 1 } });
  expect(orders[0]?.refunds[0]).toMatchObject({ amount: 750, lines: [{ quantity: 3 }] });
  expect(orders[0] && currentTotals(orders[0]).total).toBe(250);
});

test("counts lines that cannot be read instead of stopping at them", () => {
  const { report } = load("1,A,1,X,CUP,cheap,1,2010-12-01T08:26,France,\n1,A,1,X,CUP,2.50,none,2010-12-01T08:26,France,\n");
  expect(report).toMatchObject({ orders: 0, lines: 0, skipped: { unreadable: 2 } });
});

test("stands in for every column that may be empty", () => {
  const { shop, orders } = load("1,,,X,,,,,,\n2,,,X,,,,,,\n");
  expect(orders.map(({ customerId, countryCode }) => [customerId, countryCode])).toEqual([[null, ""], [null, ""]]);
  expect(orders.map(({ createdAt }) => createdAt)).toEqual([START - 86_460_000, START - 86_400_000]);
  expect([...shop.products.values()][0]).toMatchObject({ title: "X", variants: [{ price: 1_000 }] });
});

test("takes the last price of a product and reads quoted names", () => {
  const { shop, orders } = load('1,A,1,X,"BAG, ""RED""",2.50,1,2010-12-01T08:26,Spain,\n1,A,1,X,"BAG, ""RED""",2.75,1,2010-12-01T08:26,Spain,\n');
  expect([...shop.products.values()][0]).toMatchObject({ title: 'Bag, "Red"', productType: "Bags", variants: [{ price: 275 }] });
  expect(orders[0]?.lines.map(({ unitPrice }) => unitPrice)).toEqual([250, 275]);
});

test("gives the same ids every time", () => {
  const rows = "1,A,1,X,CUP,2.50,1,2010-12-01T08:26,Italy,\n2,B,1,Y,POT,2.50,1,2010-12-01T08:27,Italy,\n";
  expect(load(rows).orders).toEqual(load(rows).orders);
});

test("gives products of any script, and of the same name, an address of their own", () => {
  const rows = ["A,抹茶茶碗", "B,ガラスの花瓶", "C,Café crème", "D,Café crème", "d,Café crème", "E,!!!", "F,???"];
  const { shop } = load(rows.map((product, index) => `${index},,,${product},2,1,,,\n`).join(""));
  const handles = [...shop.products.values()].map(({ handle }) => handle);
  expect(handles.slice(0, 6)).toEqual(["抹茶茶碗", "ガラスの花瓶", "cafe-creme", "cafe-creme-d", "cafe-creme-d-1", "product"]);
  expect(new Set(handles).size).toBe(handles.length);
});

test.each([
  ["WHITE HANGING HEART T-LIGHT HOLDER", "White Hanging Heart T-Light Holder"],
  ["SET OF 3 CAKE TINS", "Set of 3 Cake Tins"],
  ["Organic Bananas", "Organic Bananas"],
])("%s reads %s", (name, title) => {
  expect(readableTitle(name)).toBe(title);
});
