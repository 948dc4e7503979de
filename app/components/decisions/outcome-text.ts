export interface OutcomeFacts {
  outcome: "offered" | "nothing";
  seen: boolean;
  declined: boolean;
  acceptance: "signed" | "applied" | "unpaid" | "failed" | "confirmed" | null;
}

export interface OutcomeLabel {
  label: string;
  tone?: "success" | "info" | "attention" | "critical";
}

/** How a decision ended, in two words. */
export function outcomeLabel({ outcome, seen, declined, acceptance }: OutcomeFacts): OutcomeLabel {
  switch (acceptance) {
    case "confirmed":
      return { label: "Accepted", tone: "success" };
    case "signed":
    case "applied":
      return { label: "Accepted, not confirmed yet", tone: "info" };
    case "unpaid":
      return { label: "Accepted, not paid", tone: "attention" };
    case "failed":
      return { label: "Charge failed", tone: "critical" };
    case null:
      break;
  }
  if (outcome === "nothing") return { label: "No offer" };
  if (declined) return { label: "Declined" };
  return seen ? { label: "Seen", tone: "info" } : { label: "Not seen" };
}
