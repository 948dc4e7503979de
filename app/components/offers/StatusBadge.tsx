import { Badge } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import type { OfferPhase } from "../../domain/offers/offer-listing";
import { phaseTexts } from "./list-texts";

const tones: Record<OfferPhase, BadgeProps["tone"]> = {
  draft: "info", active: "success", scheduled: "attention", ended: "warning", paused: "attention", archived: undefined,
};

export function StatusBadge({ status }: { status: OfferPhase }) {
  const tone = tones[status];
  return <Badge {...(tone && { tone })}>{phaseTexts[status]}</Badge>;
}
