import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { CourtesyPolicy } from "../../domain/courtesy/policy";
import { defaultCourtesyPolicy } from "../../domain/courtesy/policy";
import { formToPolicy, parsePolicy, policyToForm } from "./policy-form";
import type { PolicyErrors, PolicyForm } from "./policy-form";
import type { PreviewFigures } from "./preview-text";

export type CourtesyReply = { result: "saved" } | { result: "previewed"; preview: PreviewFigures } | { result: "invalid"; errors: PolicyErrors };

/** Between the last key and the next example. */
const previewDelayMs = 500;

/** The state of the courtesy page: what is typed, whether it differs from what is saved, and what it would have changed. */
export function usePolicyForm(policy: CourtesyPolicy, preview: PreviewFigures) {
  const shopify = useAppBridge();
  const saving = useFetcher<CourtesyReply>();
  const previewing = useFetcher<CourtesyReply>();
  const [form, setForm] = useState(() => policyToForm(policy));
  const [baseline, setBaseline] = useState(form);
  const [serverErrors, setServerErrors] = useState<PolicyErrors>({});
  const sent = useRef(form);

  const text = useMemo(() => JSON.stringify(formToPolicy(form)), [form]);
  const parsed = useMemo(() => parsePolicy(formToPolicy(form)), [form]);
  const dirty = text !== JSON.stringify(formToPolicy(baseline));
  const valid = parsed.ok;

  const { submit } = previewing;
  const shown = useRef(text);
  useEffect(() => {
    if (!valid || text === shown.current) return;
    const timer = setTimeout(() => {
      shown.current = text;
      submit({ intent: "preview", policy: text }, { method: "post", encType: "application/json" });
    }, previewDelayMs);
    return () => clearTimeout(timer);
  }, [text, valid, submit]);

  const send = (what: PolicyForm) => {
    sent.current = what;
    saving.submit({ intent: "save", policy: JSON.stringify(formToPolicy(what)) }, { method: "post", encType: "application/json" });
  };
  const save = () => {
    if (valid) send(form);
    else document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  };

  const reply = saving.data;
  useEffect(() => {
    if (!reply) return;
    if (reply.result === "saved") {
      setBaseline(sent.current);
      setForm(sent.current);
      shopify.toast.show("Courtesy limits saved");
    } else if (reply.result === "invalid") {
      setServerErrors(reply.errors);
    }
  }, [reply, shopify]);

  return {
    form,
    dirty,
    valid,
    errors: parsed.ok ? serverErrors : parsed.errors,
    saving: saving.state !== "idle",
    isDefault: text === JSON.stringify(formToPolicy(policyToForm(defaultCourtesyPolicy()))),
    preview: previewing.data?.result === "previewed" ? previewing.data.preview : preview,
    previewing: previewing.state !== "idle" || (valid && text !== shown.current),
    change: (fields: Partial<PolicyForm>) => {
      setServerErrors({});
      setForm((current) => ({ ...current, ...fields }));
    },
    discard: () => setForm(baseline),
    save,
    reset: () => send(policyToForm(defaultCourtesyPolicy())),
  };
}
