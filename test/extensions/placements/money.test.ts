import { expect, test } from "vitest";
import { currencyExponent, parseMinor } from "../../../app/domain/money/money";
import { formatMinor, toMinor } from "../../../extensions/shared/host/money";

test("decimals are counted as the app counts them, in every currency there is", () => {
  for (const currency of Intl.supportedValuesOf("currency")) {
    expect([currency, toMinor(1, currency)]).toEqual([currency, 10 ** currencyExponent(currency)]);
  }
});

test.each([[19.99, "EUR"], [0.29, "USD"], [1099, "JPY"], [4.235, "KWD"], [0.57, "GBP"], [1.005, "BHD"]])("%d %s is as exact as its decimal text", (amount, currency) => {
  expect(toMinor(amount, currency)).toBe(parseMinor(String(amount), currency));
});

test("what is written is what was meant, to the last decimal", () => {
  const host = { i18n: { formatCurrency: (amount: number, { currency }: { currency: string }) => `${amount} ${currency}` } };
  const format = (minor: number, currency: string, currencyExponent: number) => formatMinor(host as never, minor, { currency, currencyExponent });
  expect([format(1999, "EUR", 2), format(1099, "JPY", 0), format(29, "USD", 2)]).toEqual(["19.99 EUR", "1099 JPY", "0.29 USD"]);
});
