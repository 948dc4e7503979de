import { expect, test } from "vitest";
import { readOptions } from "./options";
import { formatOutcome, judge, reportJson } from "./report";
import type { Figure } from "./soak-item";

const measured = (figures: Figure[], error: string | null = null) => judge({ number: 3, title: "Decisions", seconds: 600, figures, error });

test.each<[string, Figure[], string | null, "PASS" | "FAIL"]>([
  ["every figure is within its promise", [{ name: "p95", value: 100, unit: "ms", atMost: 100 }, { name: "sent", value: 7, unit: "" }], null, "PASS"],
  ["one figure is above", [{ name: "p95", value: 100.1, unit: "ms", atMost: 100 }], null, "FAIL"],
  ["one figure is below", [{ name: "rate", value: 190, unit: "/s", atLeast: 197 }], null, "FAIL"],
  ["a figure is none", [{ name: "p95", value: NaN, unit: "ms", atMost: 100 }], null, "FAIL"],
  ["it could not be measured", [], "no server", "FAIL"],
  ["nothing was measured", [], null, "FAIL"],
])("where %s", (_name, figures, error, verdict) => {
  expect(measured(figures, error).verdict).toBe(verdict);
});

test("shows the promise beside the figure", () => {
  expect(formatOutcome(measured([{ name: "p95", value: 143.219, unit: "ms", atMost: 100 }]))).toMatch(/p95 +143\.22 ms +at most 100 ms +not kept\n +FAIL {2}3, 600 s/);
});

test("is one line for machines", () => {
  const json = reportJson({ startedAt: new Date(0), outcomes: [measured([{ name: "p95", value: 90, unit: "ms", atMost: 100 }])], notInSoak: [7], interrupted: false, minutes: null, scale: 1 });
  expect(json).not.toContain("\n");
  expect(JSON.parse(json)).toMatchObject({ notInSoak: [7], items: [{ number: 3, verdict: "PASS", figures: [{ kept: true }] }] });
});

test("reads numbers, minutes and scale", () => {
  expect(readOptions(["3", "--minutes", "2", "--scale=0.5"], [1, 3])).toEqual({ numbers: [3], minutes: 2, scale: 0.5 });
});

test.each([[["7"], "no long form of 7"], [["--minutes", "0"], "above 0"], [["--scale", "x"], "above 0"], [["--hours", "1"], "--hours"]])("says what is wrong with %j", (args, text) => {
  expect(() => readOptions(args, [1, 3])).toThrow(text);
});
