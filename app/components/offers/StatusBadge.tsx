import { Badge } from "@shopify/polaris";
import type { BadgeProps } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { OfferPhase } from "../../domain/offers/offer-listing";

const tones: Record<OfferPhase, BadgeProps["tone"]> = {
  draft: "info", active: "success", scheduled: "attention", ended: "warning", paused: "attention", archived: undefined,
};

export function StatusBadge({ status }: { status: OfferPhase }) {
  const { t } = useTranslation();
  const tone = tones[status];
  return <Badge {...(tone && { tone })}>{t(`offers:phase.${status}`)}</Badge>;
}
