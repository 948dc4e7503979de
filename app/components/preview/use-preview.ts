import { useEffect, useRef, useState } from "react";
import type { PreviewReply, PreviewRequest, SampleOrder } from "../../domain/preview/contract";

const address = "/app/preview";
/** Between the last key and the next drawing. */
const restMs = 350;

export interface Asked<Reply> {
  /** The newest answer; while another is on its way, the one before. */
  reply: Reply | null;
  waiting: boolean;
  failed: boolean;
  retry: () => void;
}

/** Orders that previews can be drawn for, asked once. */
export function useSampleOrders(): Asked<SampleOrder[]> {
  return useAsked<SampleOrder[]>(address, 0);
}

/** The order of this number; null when there is none. Throws when it cannot be asked. */
export async function findSampleOrder(number: string): Promise<SampleOrder | null> {
  const response = await fetch(`${address}?${new URLSearchParams({ order: number }).toString()}`);
  if (!response.ok) throw new Error(String(response.status));
  // The app's own route answers in these types.
  const [order] = (await response.json()) as SampleOrder[];
  return order ?? null;
}

/** What is typed, as it would look; asked once it rests. Null asks nothing yet. */
export function usePreview(request: PreviewRequest | null): Asked<PreviewReply> {
  return useAsked<PreviewReply>(request && JSON.stringify(request), restMs);
}

/**
 * Asks the app without a fetcher of the page: after an action those read all of the page's data again. What is given is
 * a body to be posted or, for the address itself, nothing but to be read.
 */
function useAsked<Reply>(what: string | null, rest: number): Asked<Reply> {
  const [answer, setAnswer] = useState<{ to: string; reply: Reply | null; failed: boolean } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isFirst = useRef(true);
  useEffect(() => {
    if (what === null) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      ask<Reply>(what, controller.signal).then(
        (reply) => setAnswer({ to: what, reply, failed: false }),
        () => {
          if (!controller.signal.aborted) setAnswer((last) => ({ to: what, reply: last?.reply ?? null, failed: true }));
        },
      );
    }, isFirst.current ? 0 : rest);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [what, rest, attempt]);
  const isCurrent = answer?.to === what;
  return {
    reply: answer?.reply ?? null,
    waiting: what !== null && !isCurrent,
    failed: isCurrent && answer.failed,
    retry: () => {
      setAnswer((last) => last && { ...last, to: "" });
      setAttempt((count) => count + 1);
    },
  };
}

async function ask<Reply>(what: string, signal: AbortSignal): Promise<Reply> {
  const posted = what === address ? {} : { method: "POST", headers: { "Content-Type": "application/json" }, body: what };
  const response = await fetch(address, { ...posted, signal });
  if (!response.ok) throw new Error(String(response.status));
  // The app's own route answers in these types.
  return (await response.json()) as Reply;
}
