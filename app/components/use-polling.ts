import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const pollMs = 2_000;

/** Reads the page anew every two seconds while something is arriving and someone is looking. */
export function usePolling(active: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!active || state !== "idle") return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, pollMs);
    return () => clearInterval(timer);
  }, [active, state, revalidate]);
}
