import type { AccountSurface, BlockQuestion } from "../../../app/domain/placements/contract";
import type { Host } from "../host/host";
import type { BlockSettings } from "../host/settings";

/** The question of a place in the customer account. It has no purchase in hand, and the token names the customer. */
export function accountQuestion(host: Host, surface: AccountSurface, settings: BlockSettings): BlockQuestion {
  return {
    placement: "account",
    surface,
    lines: [],
    totalMinor: 0,
    // ISO 4217 for "no currency": there is no amount.
    currency: "XXX",
    countryCode: host.localization.country.value?.isoCode ?? null,
    locale: host.localization.language.value.isoCode,
    room: settings.products,
  };
}
