import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { decimalSign } from "../../i18n/values";
import type { OfferDefaults } from "../../domain/offers/offer-defaults";
import type { OfferContent } from "../../domain/offers/offer";
import { useAfterPaint } from "../use-after-paint";
import type { EditorData, FieldIssue, SaveReply } from "./editor-data";
import { contentToForm, emptyForm, formToDraft } from "./offer-form";
import type { OfferForm } from "./offer-form";
import { draftIssues } from "./draft-issues";
import { goToPlace } from "./issue-place";
import { withDecimalSign } from "./local-amounts";

/** The state of the editor: what is typed, whether it differs from what is saved, and how saving went. */
export function useOfferForm(data: EditorData, template: OfferContent | null = null, defaults?: OfferDefaults) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const fetcher = useFetcher<SaveReply>();
  const content = data.offer?.content ?? template;
  const [form, setForm] = useState<OfferForm>(() => (content ? withDecimalSign(contentToForm(content, data.currency), decimalSign(t)) : emptyForm(defaults)));
  // What a template brought is not saved yet.
  const [baseline, setBaseline] = useState(() => (data.offer ? form : emptyForm(defaults)));
  const [baseVersion, setBaseVersion] = useState(data.offer?.version ?? null);
  const [attempted, setAttempted] = useState(false);
  const [serverIssues, setServerIssues] = useState<FieldIssue[]>([]);
  const [conflict, setConflict] = useState<number | null>(null);
  const sent = useRef(form);

  // What is typed is drawn first; what follows from it, and the bar for saving it, a moment later.
  const followed = useAfterPaint(form);
  const draft = useMemo(() => formToDraft(followed, data.currency), [followed, data.currency]);
  const saved = useMemo(() => JSON.stringify(formToDraft(baseline, data.currency)), [baseline, data.currency]);
  const dirty = useMemo(() => JSON.stringify(draft) !== saved, [draft, saved]);
  const issues = useMemo(() => (attempted ? [...draftIssues(draft), ...serverIssues] : serverIssues), [attempted, draft, serverIssues]);

  // The same function and the same empty list every time: what they are given to is drawn anew when they change.
  const change = useCallback((fields: Partial<OfferForm>) => {
    setServerIssues((current) => (current.length === 0 ? current : []));
    setForm((current) => ({ ...current, ...fields }));
  }, []);
  const discard = () => {
    setForm(baseline);
    setAttempted(false);
    setServerIssues([]);
    setConflict(null);
  };
  const save = (onTopOf: number | null = baseVersion) => {
    setAttempted(true);
    const typed = formToDraft(form, data.currency);
    const [first] = draftIssues(typed);
    if (first) {
      // After the messages are on the page.
      setTimeout(() => goToPlace(first.path), 0);
      return;
    }
    sent.current = form;
    fetcher.submit(
      { intent: "save", version: onTopOf, draft: JSON.stringify(typed) },
      { method: "post", encType: "application/json" },
    );
  };

  const reply = fetcher.data;
  useEffect(() => {
    if (!reply) return;
    if (reply.result === "saved") {
      setBaseline(sent.current);
      setBaseVersion(reply.version);
      setAttempted(false);
      setConflict(null);
      shopify.toast.show(t("offers:editor.saved"));
    } else if (reply.result === "invalid") {
      setServerIssues(reply.issues);
    } else {
      setConflict(reply.currentVersion);
    }
  }, [reply, shopify, t]);

  return { form, followed, change, discard, save, dirty, issues, conflict, saving: fetcher.state !== "idle", draft };
}

export type OfferFormState = ReturnType<typeof useOfferForm>;
