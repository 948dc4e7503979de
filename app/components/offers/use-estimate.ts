import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { RuleEstimate } from "../../domain/offers/rule-estimate";

/** Between the last change and the next estimate. */
const restMs = 500;

/** Asks anew how many orders fit whenever rule or placements have rested; null until the first answer, and for a rule that is not whole. */
export function useEstimate(rule: unknown, placements: readonly string[]) {
  const { submit, data, state } = useFetcher<{ estimate: RuleEstimate | null }>();
  const asked = JSON.stringify({ rule, placements });
  const sent = useRef<string | null>(null);
  useEffect(() => {
    if (asked === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = asked;
      submit(asked, { method: "post", action: "/app/offers/estimate", encType: "application/json" });
    }, sent.current === null ? 0 : restMs);
    return () => clearTimeout(timer);
  }, [asked, submit]);
  return { estimate: data?.estimate ?? null, working: data === undefined || state !== "idle" || asked !== sent.current };
}
