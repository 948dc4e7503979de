import { expect, test } from "vitest";
import { encounterHorizonDays } from "./history";
import { LIMIT_UNITS } from "./limit-units";
import { CourtesyPolicy, defaultCourtesyPolicy } from "./policy";

test("what an older policy lacks takes its default", () => {
  expect(CourtesyPolicy.parse({ version: 1, quietDaysAfterDecline: 3 })).toEqual({ ...defaultCourtesyPolicy(), quietDaysAfterDecline: 3 });
});

test.each([
  [{ impressionsPer30Days: 0 }], [{ minOrders: 1 }], [{ quietDaysAfterDecline: -1 }], [{ regretDays: 0.5 }], [{ version: 2 }], [{ giftsFrom: "sure" }],
])("refuses %o", (over) => {
  expect(CourtesyPolicy.safeParse(over).success).toBe(false);
});

test("the horizon holds every quiet period and the cap's 30 days", () => {
  expect(encounterHorizonDays(CourtesyPolicy.parse({ restDaysOfDeclinedProduct: 0, quietDaysAfterDecline: 200 }))).toBe(200);
  expect(encounterHorizonDays(CourtesyPolicy.parse({ restDaysOfDeclinedProduct: 0 }))).toBe(30);
});

test("every setting has its unit or none", () => {
  expect(["version", ...Object.keys(LIMIT_UNITS)].sort()).toEqual(Object.keys(defaultCourtesyPolicy()).sort());
});
