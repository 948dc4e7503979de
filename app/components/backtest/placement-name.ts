import type { TFunction } from "i18next";
import { Placement } from "../../domain/offers/placement";

/** A placement's name; results may name ones that this version no longer has. */
export function placementName(t: TFunction, placement: string): string {
  const known = Placement.safeParse(placement);
  return known.success ? t(`common:placement.${known.data}`) : placement;
}
