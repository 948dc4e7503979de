import { describe, expect, test } from "vitest";
import { ownPath } from "./own-path";

const hosts = ["demo.myshopify.com", "shop.example"];

test.each([
  ["/cart/1001:2,1002:1?discount=ABC-1", "/cart/1001:2,1002:1?discount=ABC-1"],
  ["/cart/1001:1?discount=A&attributes[_encore]=x.y", "/cart/1001:1?discount=A&attributes[_encore]=x.y"],
  ["/", "/"],
  ["/collections/gift-ideas", "/collections/gift-ideas"],
  ["/fr/products/tasse", "/fr/products/tasse"],
  ["https://demo.myshopify.com/cart/1:1", "/cart/1:1"],
  ["https://shop.example/collections/all?sort_by=price", "/collections/all?sort_by=price"],
])("%s stays in the shop", (address, path) => {
  expect(ownPath(address, hosts)).toBe(path);
});

/** Ways to another host that filters of redirects have let pass, each in ten spellings. */
const elsewhere = [
  "evil.example", "evil.example/cart/1:1", "demo.myshopify.com.evil.example", "demo.myshopify.com@evil.example", "evil.example#demo.myshopify.com",
  "evil.example?demo.myshopify.com", "evil.example/demo.myshopify.com", "demo.myshopify.com:443@evil.example", "shop.example.evil.example", "evil.example\\demo.myshopify.com",
];
const schemes = ["https://", "http://", "//", "\\\\", "/\\", "\\/", "///", "https:", "https:/\\", "https:\\\\", "HTTPS://", "ftp://", "javascript://", "data:text/html,", "%2f%2f", "/%2fevil.example/", "/%5c", "/.//", "/cart//", "\t//"];
const payloads = schemes.flatMap((scheme) => elsewhere.map((host) => `${scheme}${host}`));

describe("every way to another host is refused", () => {
  test("and there are at least two hundred", () => {
    expect(new Set(payloads).size).toBeGreaterThanOrEqual(200);
  });

  test.each(payloads)("%j", (address) => {
    const path = ownPath(address, hosts);
    // A path that passes must end at the shop when a browser follows it from there.
    if (path !== null) expect(new URL(path, "https://demo.myshopify.com").hostname).toBe("demo.myshopify.com");
    expect(path).toBeNull();
  });
});

test.each([
  "javascript:alert(1)", "/cart/../../admin", "/products/%2e%2e/admin", "/products/%2E./admin", "/products/a%2fb", "/pages/a%5Cb", "/admin/orders", "/apps/other/thing", "/cart/1:1\r\nSet-Cookie: a=b", "/cart/1:1%0d%0aX: y",
  "https://user:secret@demo.myshopify.com/cart/1:1", "http://demo.myshopify.com/cart/1:1", "https://demo.myshopify.com:8443/cart/1:1", "cart/1:1", "", `/cart/${"1".repeat(5_000)}`,
])("%j is refused", (address) => {
  expect(ownPath(address, hosts)).toBeNull();
});
