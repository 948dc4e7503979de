import { useFetcher, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import type { PageProps } from "@shopify/polaris";
import { ArchiveIcon, DeleteIcon, DuplicateIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";
import { ConfirmModal } from "../ConfirmModal";
import { OfferEditor } from "./OfferEditor";
import type { EditorData, SaveReply } from "./editor-data";
import { useOfferForm } from "./use-offer-form";

type StatusIntent = "activate" | "pause" | "archive" | "restore";
type Command = StatusIntent | "duplicate" | "delete";
type CommandReply = SaveReply | { result: "moved"; intent: StatusIntent } | { result: "refused" };

const toasts: Record<StatusIntent, string> = {
  activate: "Offer published", pause: "Offer paused", archive: "Offer archived", restore: "Offer restored, still paused",
};

interface OfferPageProps {
  data: EditorData & { offer: NonNullable<EditorData["offer"]> };
}

/** A saved offer: its editor, and what can be done with the offer as a whole. */
export function OfferPage({ data }: OfferPageProps) {
  const { offer } = data;
  const shopify = useAppBridge();
  const [params, setParams] = useSearchParams();
  const fetcher = useFetcher<CommandReply>();
  const [asking, setAsking] = useState<"archive" | "delete" | null>(null);
  // A restored version replaces what is on the page: the form starts anew from it.
  const [restored, setRestored] = useState(0);

  const run = (intent: Command) => fetcher.submit({ intent }, { method: "post", encType: "application/json" });
  const restore = (version: number) =>
    fetcher.submit({ intent: "restoreVersion", version, loadedVersion: offer.version }, { method: "post", encType: "application/json" });

  const reply = fetcher.state === "idle" ? fetcher.data : undefined;
  useEffect(() => {
    if (!reply) return;
    if (reply.result === "moved") shopify.toast.show(toasts[reply.intent]);
    else if (reply.result === "saved") {
      setRestored(reply.version);
      shopify.toast.show(`Restored as version ${reply.version}`);
    } else {
      shopify.toast.show("Someone else changed this offer. Reload the page.", { isError: true });
    }
  }, [reply, shopify]);

  useEffect(() => {
    if (!params.has("saved")) return;
    shopify.toast.show("Offer saved as a draft");
    setParams({}, { replace: true, preventScrollReset: true });
  }, [params, setParams, shopify]);

  return (
    <>
      <Editor key={restored} data={data} busy={fetcher.state !== "idle"} onCommand={run} onAsk={setAsking} onRestore={restore} />
      <ConfirmModal
        open={asking === "archive"} title="Archive this offer?" confirm="Archive"
        onConfirm={() => run("archive")} onClose={() => setAsking(null)}
      >
        Customers no longer see it. Its history and results stay, and you can restore it from the Archived tab.
      </ConfirmModal>
      <ConfirmModal
        open={asking === "delete"} title={`Delete “${offer.content.name}”?`} confirm="Delete" destructive
        onConfirm={() => run("delete")} onClose={() => setAsking(null)}
      >
        This draft was never shown to anyone. Deleting it can’t be undone.
      </ConfirmModal>
    </>
  );
}

interface EditorProps extends OfferPageProps {
  busy: boolean;
  onCommand: (intent: Command) => void;
  onAsk: (what: "archive" | "delete") => void;
  onRestore: (version: number) => void;
}

function Editor({ data, busy, onCommand, onAsk, onRestore }: EditorProps) {
  const state = useOfferForm(data);
  const { status, deletable } = data.offer;
  const inactive = status === "draft" || status === "paused";
  const publish: PageProps["primaryAction"] = {
    content: status === "draft" ? "Publish" : "Resume",
    loading: busy,
    disabled: state.dirty || busy,
    ...(state.dirty && { helpText: "Save your changes first" }),
    onAction: () => onCommand("activate"),
  };
  const secondaryActions = [
    ...(status === "active" ? [{ content: "Pause", disabled: busy, onAction: () => onCommand("pause") }] : []),
    { content: "Duplicate", icon: DuplicateIcon, disabled: state.dirty || busy, onAction: () => onCommand("duplicate") },
    status === "archived"
      ? { content: "Restore", icon: ArchiveIcon, disabled: busy, onAction: () => onCommand("restore") }
      : { content: "Archive", icon: ArchiveIcon, disabled: busy, onAction: () => onAsk("archive") },
    ...(deletable ? [{ content: "Delete", icon: DeleteIcon, destructive: true, disabled: busy, onAction: () => onAsk("delete") }] : []),
  ];
  return (
    <OfferEditor data={data} state={state} secondaryActions={secondaryActions} onRestore={onRestore} {...(inactive && { primaryAction: publish })} />
  );
}
