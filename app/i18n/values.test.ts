import { describe, expect, test } from "vitest";
import { textsIn } from "./translator.server";
import { countText, dayText, decimalSign, moneyText, ordersText, shareText, shortDayText, timeText } from "./values";

// Intl puts spaces that don't break into some of them.
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

describe.each([
  ["en", ["1,234.5", "1 order", "1,234 orders", "7%", "under 1%", "over 99%", "0%", "0%", "£1,234.50", "¥1,234", "21 Nov 2026, 00:05", "21 Nov 2026", "21 Nov", "."]],
  ["de", ["1.234,5", "1 Bestellung", "1.234 Bestellungen", "7 %", "unter 1 %", "über 99 %", "0 %", "0 %", "1.234,50 £", "1.234 ¥", "21. Nov. 2026, 00:05", "21. Nov. 2026", "21. Nov.", ","]],
] as const)("in %s", (language, expected) => {
  test("numbers, amounts and times read as people there write them", () => {
    const { t } = textsIn(language);
    expect([
      countText(t, 1_234.5), ordersText(t, 1), ordersText(t, 1_234), shareText(t, 7, 100), shareText(t, 1, 1_000), shareText(t, 999, 1_000), shareText(t, 0, 9), shareText(t, 0, 0),
      moneyText(t, 123_450, "GBP"), moneyText(t, 1_234, "JPY"), timeText(t, "2026-11-20T23:05:00Z", "Europe/Berlin"), dayText(t, "2026-11-20T23:05:00Z", "Europe/Berlin"),
      shortDayText(t, "2026-11-21"), decimalSign(t),
    ].map(plain)).toEqual(expected);
  });
});
