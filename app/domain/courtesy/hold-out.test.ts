import { expect, test } from "vitest";
import { holdOutPoint, isHeldOut } from "./hold-out";

const shop = "demo.myshopify.com";
const keys = Array.from({ length: 20_000 }, (_, index) => `c:${6_000_000_000 + index}`);
const heldOut = (percent: number, of = shop) => keys.filter((key) => isHeldOut(of, key, percent));

test.each([0, 5, 10, 50, 100])("%i %% of customers with neighbouring ids are held out", (percent) => {
  expect(Math.abs((heldOut(percent).length / keys.length) * 100 - percent)).toBeLessThan(0.7);
});

test("points are even over ten equal parts", () => {
  const parts = new Array<number>(10).fill(0);
  for (const key of keys) {
    const part = Math.floor(holdOutPoint(shop, key) * 10);
    parts[part] = (parts[part] ?? 0) + 1;
  }
  // Chi-squared with 9 degrees of freedom exceeds 27.9 once in a thousand.
  expect(parts.reduce((sum, count) => sum + (count - 2_000) ** 2 / 2_000, 0)).toBeLessThan(27.9);
});

test("who is held out at 5 % still is at 10 %", () => {
  const at10 = new Set(heldOut(10));
  expect(heldOut(5).every((key) => at10.has(key))).toBe(true);
});

test("shops hold out different customers", () => {
  const other = new Set(heldOut(10, "other.myshopify.com"));
  const both = heldOut(10).filter((key) => other.has(key)).length;
  expect(both / keys.length).toBeLessThan(0.015);
});

test("a guest who cannot be recognised is never held out", () => {
  expect(isHeldOut(shop, null, 100)).toBe(false);
});

test("the hash stays what it is, or customers would change sides", () => {
  expect(holdOutPoint(shop, "c:1")).toMatchInlineSnapshot(`0.5329841894563287`);
});
