import { parse, validate } from "graphql";
import { expect, test } from "vitest";
import { checkBulkQuery } from "../bulk/check-bulk-query";
import { adminSchema } from "./execute";

const modules = import.meta.glob<Record<string, unknown>>("../../../app/shopify/**/*.operations.ts", { eager: true });
const documents = Object.entries(modules).flatMap(([path, exported]) =>
  Object.entries(exported).flatMap(([name, document]): [string, string][] => (typeof document === "string" ? [[`${path.split("/").at(-1) ?? path} ${name}`, document]] : [])));

test("every operation of the app is found", () => {
  expect(documents.length).toBeGreaterThan(15);
});

test.each(documents)("%s is valid", (_name, document) => {
  expect(validate(adminSchema(), parse(document)).map(({ message }) => message)).toEqual([]);
});

test.each(documents.filter(([name]) => name.endsWith("_EXPORT") && !name.includes("START_")))("%s may run in bulk", (_name, document) => {
  expect(checkBulkQuery(parse(document))).not.toHaveProperty("reason");
});
