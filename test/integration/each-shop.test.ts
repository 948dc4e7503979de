import { expect, test } from "vitest";
import { ShopId } from "../../app/domain/shops/shop-id";
import { setAppEnvironment } from "../support/app-environment";

setAppEnvironment("postgresql://localhost/not-asked");
const { forEachShop } = await import("../../app/services/shops/each-shop.server");

const shops = ["one", "two", "three"].map((name) => ShopId.parse(`${name}.myshopify.com`));

test("a shop that fails keeps no other from its turn, and the whole is tried again", async () => {
  const done: string[] = [];
  const work = forEachShop(shops, async (shop) => {
    if (shop.startsWith("two")) throw new Error("Not this one");
    done.push(shop);
  });
  await expect(work).rejects.toThrow("1 of 3 shops failed, two.myshopify.com first");
  expect(done).toEqual(["one.myshopify.com", "three.myshopify.com"]);
});

test("nothing is said where none failed", async () => {
  await expect(forEachShop(shops, async () => undefined)).resolves.toBeUndefined();
});
