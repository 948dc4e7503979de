/** What is known of a condition: facts that a placement cannot know make it unknown, which is never taken for met. */
export type Truth = "met" | "notMet" | "unknown";

/** Kleene's "and": one not met decides, otherwise one unknown leaves it open; met for none. */
export function allOf(truths: readonly Truth[]): Truth {
  if (truths.includes("notMet")) return "notMet";
  return truths.includes("unknown") ? "unknown" : "met";
}

/** Kleene's "or": one met decides, otherwise one unknown leaves it open; not met for none. */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes("met")) return "met";
  return truths.includes("unknown") ? "unknown" : "notMet";
}

export function not(truth: Truth): Truth {
  if (truth === "unknown") return truth;
  return truth === "met" ? "notMet" : "met";
}

export function truthOf(met: boolean): Truth {
  return met ? "met" : "notMet";
}
