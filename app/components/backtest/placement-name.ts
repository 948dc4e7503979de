import { Placement } from "../../domain/offers/placement";
import { placementTexts } from "../placements/placement-texts";

/** A placement in the middle of a sentence; results may name ones that this version no longer has. */
export function placementName(placement: string): string {
  const known = Placement.safeParse(placement);
  return known.success ? placementTexts[known.data].name.toLowerCase() : placement;
}
