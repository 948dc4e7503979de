import { expect, test } from "vitest";
import { Placement } from "../offers/placement";
import { OfferStrategy } from "../strategies/strategy";
import { canShow, fittingPlacements } from "./strategy-fit";

const kinds = OfferStrategy.options.map((option) => option.shape.kind.value);

test("every strategy has a placement that can show it", () => {
  for (const kind of kinds) expect(Placement.options.some((placement) => canShow(placement, kind)), kind).toBe(true);
});

test.each([
  ["a downsell follows a no, which only the post-purchase page hears in time", "downsell", ["post-purchase"]],
  ["codes and links are for later orders", "coupon", ["thank-you", "order-status", "account", "e-mail", "receipt"]],
  ["what is in the catalogue can be offered everywhere but on the page for everybody", "bestseller", ["post-purchase", "checkout", "thank-you", "order-status", "account", "e-mail", "receipt"]],
] as const)("%s", (_, kind, placements) => {
  expect(Placement.options.filter((placement) => canShow(placement, kind))).toEqual(placements);
});

test("another strategy keeps the placements that can show it, and finds one where none can", () => {
  expect(fittingPlacements(["post-purchase", "account"], "coupon")).toEqual(["account"]);
  expect(fittingPlacements(["post-purchase"], "coupon")).toEqual(["thank-you"]);
  expect(fittingPlacements(["thank-you"], "downsell")).toEqual(["post-purchase"]);
});
