import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import type { BacktestView } from "../../domain/backtest/view";

const address = "/app/backtests/status";
const pollMs = 700;

type Reply = { result: "run"; run: BacktestView | null } | { result: "invalid"; issues: { path: string; message: string }[] };

/** The newest replay of what is in the form: starts it, follows it and stops it. */
export function useBacktest(offerId: string | null, draft: unknown) {
  const commands = useFetcher<Reply>();
  const reads = useFetcher<Reply>();
  const told = commands.data;
  const started = told?.result === "run" ? told.run : null;
  const read = reads.data?.result === "run" ? reads.data.run : null;
  // What was read last of the run that was started last; before any start, the newest of the saved offer.
  const run = started === null || (read?.id === started.id && started.status !== "cancelled") ? read : started;
  const working = run?.status === "requested" || run?.status === "running";

  const { load, state } = reads;
  useEffect(() => {
    if (offerId !== null) load(`${address}?offer=${offerId}`);
  }, [offerId, load]);
  useEffect(() => {
    if (!working || state !== "idle") return;
    const timer = setTimeout(() => load(`${address}?run=${run.id}`), pollMs);
    return () => clearTimeout(timer);
  }, [working, state, load, run]);

  const post = (body: { intent: "start"; offerId: string | null; draft: string } | { intent: "cancel"; runId: string }) =>
    commands.submit(body, { method: "post", action: address, encType: "application/json" });
  return {
    run,
    working,
    busy: commands.state !== "idle",
    issues: told?.result === "invalid" ? told.issues : [],
    start: () => post({ intent: "start", offerId, draft: JSON.stringify(draft) }),
    cancel: () => { if (run) post({ intent: "cancel", runId: run.id }); },
  };
}
