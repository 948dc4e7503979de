import type { OfferContent } from "../offers/offer";
import { Placement } from "../offers/placement";
import { scheduleState } from "../offers/schedule";
import type { PlacementSettings } from "./settings";

/** What extensions read without a call: the settings, and whether anything is offered at a placement at all. */
export type PublishedSettings = { [P in Placement]: PlacementSettings[P] & { live: boolean } };

/**
 * A placement is live while any active offer names it whose time is not over. An offer that is yet to begin counts too, so
 * that nothing has to be published at the moment when it does.
 */
export function publishedSettings(
  settings: PlacementSettings, active: readonly Pick<OfferContent, "placements" | "schedule">[], timeZone: string, now: Date,
): PublishedSettings {
  const open = active.filter(({ schedule }) => scheduleState(schedule, timeZone, now) !== "after");
  const entries = Placement.options.map((placement) => [placement, { ...settings[placement], live: open.some(({ placements }) => placements.includes(placement)) }]);
  // One entry for each placement.
  return Object.fromEntries(entries) as PublishedSettings;
}
