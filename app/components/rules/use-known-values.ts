import { useEffect, useState } from "react";
import type { KnownList } from "../../domain/rules/known-values";

/** Between the last keystroke and the next search. */
const restMs = 150;

interface KnownValues {
  values: readonly string[];
  /** Until the answer to what is typed by now is there. */
  searching: boolean;
}

/**
 * Values of the shop's own that hold what is typed, most frequent first; asked for as long as `active`. Suggestions only:
 * when they cannot be had there are none, and anything may be typed.
 */
export function useKnownValues(list: KnownList | undefined, typed: string, active: boolean): KnownValues {
  const [found, setFound] = useState<{ asked: string; values: readonly string[] } | null>(null);
  const asked = list === undefined ? null : `/app/offers/values?${new URLSearchParams({ list, q: typed.trim() }).toString()}`;
  useEffect(() => {
    if (!active || asked === null) return;
    const control = new AbortController();
    const timer = setTimeout(() => {
      void read(asked, control.signal).then((values) => {
        if (!control.signal.aborted) setFound({ asked, values });
      });
    }, typed === "" ? 0 : restMs);
    return () => {
      control.abort();
      clearTimeout(timer);
    };
  }, [active, asked, typed]);
  return { values: found?.values ?? [], searching: active && asked !== null && found?.asked !== asked };
}

async function read(address: string, signal: AbortSignal): Promise<readonly string[]> {
  try {
    const reply = await fetch(address, { signal });
    const body: unknown = reply.ok ? await reply.json() : null;
    const values: unknown = typeof body === "object" && body !== null && "values" in body ? body.values : null;
    return Array.isArray(values) ? values.filter((value) => typeof value === "string") : [];
  } catch {
    return [];
  }
}
