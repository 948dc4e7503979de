import type { TFunction } from "i18next";
import { placements } from "../../domain/offers/placements";

/** A placement's name; results may name ones that this version no longer has. */
export function placementName(t: TFunction, placement: string): string {
  const known = placements.find((name) => name === placement);
  return known ? t(`common:placement.${known}`) : placement;
}
