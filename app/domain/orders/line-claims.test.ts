import { expect, test } from "vitest";
import { claimsOfLines } from "./line-claims";

const token = (variantId: number, id = "a") => `1.${id.repeat(22)}.${String(variantId)}.2.p15.2026112214.${"s".repeat(43)}`;
const encore = (value: string) => [{ name: "_encore", value }];
const line = (id: number, variantId: number | null, value?: string) => ({ id, variantId, attributes: value === undefined ? [] : encore(value) });

test.each<[string, Parameters<typeof claimsOfLines>, [number, string][]]>([
  ["its own mark", [[line(1, 10, token(10))], []], [[1, token(10)]]],
  ["the order's mark for its variant", [[line(1, 10, token(10)), line(2, 20), line(3, 30)], encore(`${token(20)},${token(40)}`)], [[1, token(10)], [2, token(20)]]],
  ["both, each once", [[line(1, 10, token(10))], encore(`${token(10)},${token(10, "b")}`)], [[1, `${token(10)},${token(10, "b")}`]]],
  ["no mark of another variant", [[line(1, 10, token(11))], []], []],
  ["no mark on what is no variant", [[line(1, null, token(10))], encore(token(10))], []],
  ["nothing that Encore does not sign", [[line(1, 10, "Ada Lovelace, ada@example.com"), line(2, 10, `${token(10)} `), line(3, 10, `x${token(10)}`)], []], []],
  ["no attribute of another name", [[{ id: 1, variantId: 10, attributes: [{ name: "encore", value: token(10) }] }], []], []],
])("a line keeps %s", (_case, parts, claims) => {
  expect([...claimsOfLines(...parts)]).toEqual(claims);
});
