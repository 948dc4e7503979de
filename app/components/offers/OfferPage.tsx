import { useFetcher, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import type { PageProps } from "@shopify/polaris";
import { ArchiveIcon, DeleteIcon, DuplicateIcon, ExportIcon } from "@shopify/polaris-icons";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { offersToJson } from "../../domain/offers/offer-json";
import { ConfirmModal } from "../ConfirmModal";
import { downloadText } from "../download";
import { useSteadyActions } from "../use-steady-actions";
import { OfferEditor } from "./OfferEditor";
import type { EditorData, SaveReply } from "./editor-data";
import { useOfferForm } from "./use-offer-form";

type StatusIntent = "activate" | "pause" | "archive" | "restore";
type Command = StatusIntent | "duplicate" | "delete";
type CommandReply = SaveReply | { result: "moved"; intent: StatusIntent } | { result: "refused" };

interface OfferPageProps {
  data: EditorData & { offer: NonNullable<EditorData["offer"]> };
}

/** A saved offer: its editor, and what can be done with the offer as a whole. */
export function OfferPage({ data }: OfferPageProps) {
  const { t } = useTranslation();
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
    if (reply.result === "moved") shopify.toast.show(t(`offers:moved.${reply.intent}`));
    else if (reply.result === "saved") {
      setRestored(reply.version);
      shopify.toast.show(t("offers:editor.restored", { version: reply.version }));
    } else {
      shopify.toast.show(t("offers:editor.refused"), { isError: true });
    }
  }, [reply, shopify, t]);

  useEffect(() => {
    if (!params.has("saved")) return;
    shopify.toast.show(t("offers:editor.savedDraft"));
    setParams({}, { replace: true, preventScrollReset: true });
  }, [params, setParams, shopify, t]);

  return (
    <>
      <Editor key={restored} data={data} busy={fetcher.state !== "idle"} onCommand={run} onAsk={setAsking} onRestore={restore} />
      <ConfirmModal
        open={asking === "archive"} title={t("offers:archive.title", { count: 1 })} confirm={t("offers:archive.confirm")}
        onConfirm={() => run("archive")} onClose={() => setAsking(null)}
      >{t("offers:archive.text")}</ConfirmModal>
      <ConfirmModal
        open={asking === "delete"} title={t("offers:delete.title", { name: offer.content.name })} confirm={t("offers:action.delete")} destructive
        onConfirm={() => run("delete")} onClose={() => setAsking(null)}
      >{t("offers:delete.text")}</ConfirmModal>
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
  const { t } = useTranslation();
  const state = useOfferForm(data);
  const { status, deletable } = data.offer;
  const inactive = status === "draft" || status === "paused";
  const publish: PageProps["primaryAction"] = {
    content: t(status === "draft" ? "offers:action.publish" : "offers:action.resume"),
    loading: busy,
    disabled: state.dirty || busy,
    ...(state.dirty && { helpText: t("offers:action.saveFirst") }),
    onAction: () => onCommand("activate"),
  };
  const secondaryActions = useSteadyActions([
    ...(status === "active" ? [{ content: t("offers:action.pause"), disabled: busy, onAction: () => onCommand("pause") }] : []),
    { content: t("offers:action.duplicate"), icon: DuplicateIcon, disabled: state.dirty || busy, onAction: () => onCommand("duplicate") },
    {
      content: t("offers:action.export"), icon: ExportIcon, disabled: state.dirty,
      onAction: () => downloadText("offer.json", "application/json", offersToJson([data.offer.content], data.currency)),
    },
    status === "archived"
      ? { content: t("offers:action.restore"), icon: ArchiveIcon, disabled: busy, onAction: () => onCommand("restore") }
      : { content: t("offers:action.archive"), icon: ArchiveIcon, disabled: busy, onAction: () => onAsk("archive") },
    ...(deletable ? [{ content: t("offers:action.delete"), icon: DeleteIcon, destructive: true, disabled: busy, onAction: () => onAsk("delete") }] : []),
  ]);
  return (
    <OfferEditor data={data} state={state} secondaryActions={secondaryActions} onRestore={onRestore} {...(inactive && { primaryAction: publish })} />
  );
}
