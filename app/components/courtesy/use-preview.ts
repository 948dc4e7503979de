import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { CourtesyPolicy } from "../../domain/courtesy/policy";
import type { PreviewFigures } from "./preview-text";

/** Between the last key and the next example. */
const restMs = 500;

/** What limits would have changed, asked anew once they have rested; null policies, typed wrongly, are not asked about. */
export function usePreview(policy: CourtesyPolicy | null, first: PreviewFigures) {
  const { submit, data, state } = useFetcher<{ result: "previewed"; preview: PreviewFigures }>();
  const text = policy && JSON.stringify(policy);
  const shown = useRef(text);
  useEffect(() => {
    if (text === null || text === shown.current) return;
    const timer = setTimeout(() => {
      shown.current = text;
      submit({ intent: "preview", policy: text }, { method: "post", encType: "application/json" });
    }, restMs);
    return () => clearTimeout(timer);
  }, [text, submit]);
  return { figures: data?.preview ?? first, working: state !== "idle" || (text !== null && text !== shown.current) };
}
