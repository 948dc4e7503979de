import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import type { TFunction } from "i18next";
import { useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";

export type BulkIntent = "activate" | "pause" | "archive" | "restore" | "duplicate" | "first" | "last" | "deleteDrafts";

interface Moved { before: string[]; after: string[] }

export type ListReply =
  | { result: "done"; intent: BulkIntent; changed: string[]; skipped: number; moved?: Moved | null }
  | { result: "placed"; moved: Moved | null }
  | { result: "imported"; ids: string[] }
  | { result: "refused"; problems: { path: string; message: string }[] };

export type ListCommand =
  | { intent: BulkIntent; ids: string[] }
  | { intent: "move"; id: string; direction: "before" | "after"; other: string }
  | { intent: "order"; seen: string[]; wanted: string[] }
  | { intent: "import"; file: string };

/** Sends what staff ask of the list, and tells what came of it, with the way back. */
export function useListCommands() {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const fetcher = useFetcher<ListReply>();
  const { submit } = fetcher;
  const send = useCallback((command: ListCommand) => submit(command, { method: "post", action: "/app/offers?index", encType: "application/json" }), [submit]);

  const reply = fetcher.data;
  useEffect(() => {
    if (!reply || reply.result === "refused") return;
    const back = undoOf(reply);
    const text = toldOf(t, reply);
    if (text !== null) shopify.toast.show(text, back ? { action: t("offers:undo"), onAction: () => send(back) } : {});
    // Each reply is told once.
  }, [reply]);

  return { send, busy: fetcher.state !== "idle", problems: reply?.result === "refused" ? reply.problems : [] };
}

/** "3 offers paused, 1 left as it is"; null for what shows by itself. */
function toldOf(t: TFunction, reply: Exclude<ListReply, { result: "refused" }>): string | null {
  if (reply.result === "imported") return t("offers:imported", { count: reply.ids.length });
  if (reply.result === "placed") return reply.moved === null ? t("offers:orderConflict") : null;
  const done = t(`offers:done.${reply.intent}`, { count: reply.changed.length });
  return reply.skipped === 0 ? done : t("offers:doneSome", { done, count: reply.skipped });
}

const reverse: Partial<Record<BulkIntent, BulkIntent>> = { activate: "pause", pause: "activate", archive: "restore", restore: "archive" };

function undoOf(reply: Exclude<ListReply, { result: "refused" }>): ListCommand | null {
  if (reply.result === "imported") return { intent: "deleteDrafts", ids: reply.ids };
  if (reply.result === "placed" || reply.changed.length === 0) return null;
  const { intent, changed, moved } = reply;
  if (moved) return moved.after.length === 0 ? null : { intent: "order", seen: moved.after, wanted: moved.before };
  if (intent === "duplicate") return { intent: "deleteDrafts", ids: changed };
  const back = reverse[intent];
  return back ? { intent: back, ids: changed } : null;
}
