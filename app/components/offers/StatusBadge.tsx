import { Badge } from "@shopify/polaris";
import type { OfferStatus } from "../../domain/offers/offer";

const badges = {
  draft: { tone: "info", label: "Draft" },
  active: { tone: "success", label: "Active" },
  paused: { tone: "attention", label: "Paused" },
  archived: { tone: undefined, label: "Archived" },
} as const;

export function StatusBadge({ status }: { status: OfferStatus }) {
  const { tone, label } = badges[status];
  return <Badge {...(tone && { tone })}>{label}</Badge>;
}
