import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { shopperLanguages } from "../../../app/domain/placements/shopper-language";
import ELEMENTS from "../../shopify/ui-extensions/elements/elements.json";
import { PROPERTIES } from "../../../extensions/preview/document/properties";
import { textsOf } from "../../../extensions/preview/document/locales";

const folders = ["shared", "checkout", "thank-you", "order-status", "customer-account"];
const views = folders.flatMap((folder) => {
  const root = path.join(import.meta.dirname, "../../../extensions", folder);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".tsx") && !file.includes("node_modules") && !file.includes("dist"))
    .map((file) => readFileSync(path.join(root, file), "utf8"));
});

// What every element of HTML has, and what Preact keeps to itself.
const native = new Set(["id", "title", "key", "hidden", "slot"]);

test("the elements of a preview have every property that the extensions' views set", () => {
  const declared = new Set<string>(Object.values(ELEMENTS.surfaces).flatMap((specs) => Object.values(specs).flatMap(({ properties }) => Object.keys(properties))));
  const tags = views.flatMap((text) => [...text.matchAll(/<s-[a-z-]+((?:[^<>]|=>)*?)\/?>/g)].map(([, attributes = ""]) => attributes));
  const set = new Set(tags.flatMap((attributes) => [...attributes.matchAll(/(?:^|[\s{"])([a-zA-Z]+)(?==|\s|$|:)/g)].map(([, name = ""]) => name)));
  const used = [...set].filter((name) => declared.has(name) && !native.has(name));
  expect(used.length).toBeGreaterThan(20);
  expect(used.filter((name) => !PROPERTIES.some((known) => known === name))).toEqual([]);
});

test.each(shopperLanguages)("the texts of each block are there in %s, plural forms by their dotted keys", (language) => {
  for (const placement of ["checkout", "thank-you", "order-status", "account"] as const) {
    expect(textsOf(placement, language)).toMatchObject({ decline: expect.any(String) as string });
  }
  expect(Object.keys(textsOf("thank-you", language))).toContain("prepare.other");
});
