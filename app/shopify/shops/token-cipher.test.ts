import { expect, test } from "vitest";
import { decryptToken, encryptToken } from "./token-cipher.server";

const key = (id: string, fill: number) => ({ id, key: Buffer.alloc(32, fill).toString("base64") });
const old = key("2025", 1);
const current = key("2026", 2);
const place = { shop: "a.myshopify.com", field: "accessToken" } as const;

test("a token comes back under any key of the ring, and is sealed under the first", () => {
  const sealed = encryptToken([old], place, "shpat_secret");
  expect(decryptToken([current, old], place, sealed)).toBe("shpat_secret");
  expect(encryptToken([current, old], place, "shpat_secret")).toMatch(/^2026\./);
});

test("one token is never sealed the same way twice", () => {
  expect(encryptToken([current], place, "t")).not.toBe(encryptToken([current], place, "t"));
});

test.each<[string, (sealed: string) => string | null]>([
  ["without its key", (sealed) => decryptToken([current], place, sealed)],
  ["under another key of the same name", (sealed) => decryptToken([{ ...old, key: current.key }], place, sealed)],
  ["in another shop's row", (sealed) => decryptToken([old], { ...place, shop: "b.myshopify.com" }, sealed)],
  ["in another column", (sealed) => decryptToken([old], { ...place, field: "refreshToken" }, sealed)],
  ["with a byte changed", (sealed) => decryptToken([old], place, `${sealed.slice(0, -2)}${sealed.endsWith("AA") ? "BB" : "AA"}`)],
  ["with a shortened tag", (sealed) => decryptToken([old], place, sealed.split(".").map((part, index) => (index === 2 ? part.slice(0, 6) : part)).join("."))],
  ["when it is no envelope", () => decryptToken([old], place, "shpat_plain")],
  ["when it is empty", () => decryptToken([old], place, "")],
])("it does not open %s", (_, open) => {
  expect(open(encryptToken([old], place, "shpat_secret"))).toBeNull();
});
