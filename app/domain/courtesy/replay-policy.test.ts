import { expect, test } from "vitest";
import { daysAfter } from "./days";
import type { Encounter } from "./history";
import { CourtesyPolicy } from "./policy";
import { joinReplays, replayPolicy } from "./replay-policy";

const start = new Date("2026-11-01T10:00:00Z");

function seen(day: number, over: Partial<Encounter> = {}): Encounter {
  const at = daysAfter(start, day);
  return {
    offerId: `offer-${day}`, placement: "thank-you", referenceId: `order-${day}`, step: 1, prices: [{ productId: day, variantId: day * 10, unitMinor: 900 }],
    offeredAt: at, expiresAt: daysAfter(at, 0.1), shownAt: at, declinedAt: null, acceptedAt: null, ...over,
  };
}
const replay = (over: object, encounters: Encounter[]) =>
  replayPolicy(CourtesyPolicy.parse({ impressionsPer30Days: 60, quietDaysAfterDecline: 0, quietDaysAfterAcceptance: 0, restDaysOfDeclinedProduct: 0, ...over }), "a.myshopify.com", "c:1", encounters);

test("without a limit that bites, everything would have been seen", () => {
  expect(replay({}, [seen(1), seen(2), seen(3)])).toEqual({ seen: 3, wouldHaveSeen: 3, keptBy: [] });
});

test("a cap keeps back what comes after it", () => {
  expect(replay({ impressionsPer30Days: 3 }, Array.from({ length: 11 }, (_, day) => seen(day + 1)))).toEqual({
    seen: 11, wouldHaveSeen: 3, keptBy: [{ code: "impressionCap", offers: 8 }],
  });
});

test("a no quiets what follows only from when it was said, and only what was shown can be declined", () => {
  const declined = seen(1, { declinedAt: daysAfter(start, 4) });
  expect(replay({ quietDaysAfterDecline: 7 }, [declined, seen(3), seen(5), seen(12)])).toMatchObject({ wouldHaveSeen: 3, keptBy: [{ code: "quietAfterDecline", offers: 1 }] });
});

test("a declined product rests, whatever offer brings it again", () => {
  const same = [{ productId: 7, variantId: 70, unitMinor: 900 }];
  const declined = seen(1, { prices: same, declinedAt: daysAfter(start, 1) });
  expect(replay({ restDaysOfDeclinedProduct: 30 }, [declined, seen(9, { prices: same }), seen(10)])).toMatchObject({ wouldHaveSeen: 2, keptBy: [{ code: "declinedProduct", offers: 1 }] });
});

test("several customers are added up, the limit that keeps back most first", () => {
  const joined = joinReplays([
    { seen: 5, wouldHaveSeen: 3, keptBy: [{ code: "quietAfterDecline", offers: 2 }] },
    { seen: 9, wouldHaveSeen: 4, keptBy: [{ code: "impressionCap", offers: 4 }, { code: "quietAfterDecline", offers: 1 }] },
  ]);
  expect(joined).toEqual({ seen: 14, wouldHaveSeen: 7, keptBy: [{ code: "impressionCap", offers: 4 }, { code: "quietAfterDecline", offers: 3 }] });
});
