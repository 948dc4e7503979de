import { expect, test } from "vitest";
import { buildContent } from "../../../test/support/domain-builders";
import type { Schedule } from "../offers/offer";
import { publishedSettings } from "./published-settings";
import { defaultPlacementSettings } from "./settings";

const now = new Date("2026-11-22T12:00:00Z");
const published = (schedule: Schedule) =>
  publishedSettings(defaultPlacementSettings(), [buildContent({ placements: ["thank-you"], schedule })], "Europe/London", now);

test.each<[string, Schedule, boolean]>([
  ["without a schedule", { startsAt: null, endsAt: null }, true],
  ["yet to begin", { startsAt: "2026-12-01T00:00", endsAt: null }, true],
  ["that is over", { startsAt: null, endsAt: "2026-11-22T12:00" }, false],
])("an offer %s makes its placement live: %j", (_case, schedule, live) => {
  expect(published(schedule)["thank-you"]).toEqual({ enabled: true, heading: {}, products: 3, layout: "list", words: {}, live });
  expect(published(schedule).checkout.live).toBe(false);
});
