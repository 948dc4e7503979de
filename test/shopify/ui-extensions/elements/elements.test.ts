import { describe, expect, test } from "vitest";
import { faultOfValue } from "./element-spec";
import ELEMENTS from "./elements.json";
import { declaredVersion } from "./read-declarations";

test("the elements were read from the package that is installed", () => {
  expect(ELEMENTS.version).toBe(declaredVersion());
});

describe("a property's value", () => {
  test.each([
    [{ words: ["auto", "critical"] }, "critical", null],
    [{ words: ["auto", "critical"] }, "loud", 'takes "auto", "critical", not "loud"'],
    [{ words: ["base", "none"], most: 2 }, "base none", null],
    [{ words: ["base", "none"], most: 2 }, "base none base", 'takes "base", "none", not "base none base"'],
    [{ types: ["string"] }, 5, "takes string, not number"],
    [{ types: ["boolean"] }, "yes", 'takes boolean, not "yes"'],
    [{ types: ["boolean"] }, undefined, null],
  ])("%j given %j: %s", (spec, value, fault) => {
    expect(faultOfValue(spec, value)).toBe(fault);
  });
});
