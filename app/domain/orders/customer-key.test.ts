import { expect, test } from "vitest";
import { customerIdIn, customerKeyOf, guestKeyFor, isGuestKey } from "./customer-key";

const guest = `g:${"0a".repeat(16)}`;

test("a customer's key carries the id and gives it back", () => {
  expect(customerKeyOf({ customerId: 6940095564 })).toBe("c:6940095564");
  expect(customerIdIn("c:6940095564")).toBe(6940095564);
  expect(customerIdIn(guest)).toBeNull();
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 53])("there is no key for the id %d", (customerId) => {
  expect(() => customerKeyOf({ customerId })).toThrow(RangeError);
});

test.each([[guest, true], ["c:1", false], ["g:12", false], ["ann@example.com", false], [`${guest}0`, false], ["", false]])("%j as a guest's key: %s", (key, valid) => {
  expect(isGuestKey(key)).toBe(valid);
});

test("a guest is the same guest whatever the case and spaces of the e-mail", () => {
  expect(guestKeyFor("  Ann@Example.COM ", (email) => `hash of ${email}`)).toBe("hash of ann@example.com");
});

test.each([null, undefined, "", "  ", "nobody", 42, {}])("there is no guest in %j", (email) => {
  expect(guestKeyFor(email, () => guest)).toBeNull();
});
