import { expect, test } from "vitest";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import { countFields, formToPolicy, parsePolicy, policyToForm } from "./policy-form";

const form = policyToForm(defaultCourtesyPolicy());

test.each([
  [defaultCourtesyPolicy()],
  [{ ...defaultCourtesyPolicy(), giftsFrom: null, isFirstOrderThanksOnly: true, mayImproveDeclined: true, impressionsPer30Days: 1, regretDays: 0 }],
])("a saved policy comes back as it was", (policy) => {
  expect(parsePolicy(formToPolicy(policyToForm(policy)))).toEqual({ ok: true, policy });
});

test.each(["", "two", "1.5", "-1", "9999999", "1e2"])("%j is no limit, and its field says so", (typed) => {
  for (const field of countFields) {
    const parsed = parsePolicy(formToPolicy({ ...form, counts: { ...form.counts, [field]: typed } }));
    expect(parsed.ok ? [] : Object.keys(parsed.errors)).toEqual([field]);
  }
});

test("spaces around a number do not matter", () => {
  const parsed = parsePolicy(formToPolicy({ ...form, counts: { ...form.counts, minOrders: " 12 " } }));
  expect(parsed).toMatchObject({ ok: true, policy: { minOrders: 12 } });
});

test("every limit that is wrong is named with one message", () => {
  const parsed = parsePolicy(formToPolicy({ ...form, counts: { ...form.counts, minOrders: "1", impressionsPer30Days: "0" } }));
  expect(parsed).toEqual({ ok: false, errors: { minOrders: "Least orders: use 2 to 1000", impressionsPer30Days: "Offers in 30 days: use 1 to 60" } });
});
