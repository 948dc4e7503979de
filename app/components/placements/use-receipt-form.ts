import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { parseReceiptSettings } from "../../domain/receipts/settings";
import type { ReceiptSettings } from "../../domain/receipts/settings";

export type SnippetsReply = { result: "saved" } | { result: "replaced" } | { result: "invalid"; errors: Record<string, string> };

/** The state of what receipts say: what is typed, and whether it differs from what is saved. */
export function useReceiptForm(settings: ReceiptSettings) {
  const shopify = useAppBridge();
  const fetcher = useFetcher<SnippetsReply>();
  const [form, setForm] = useState(settings);
  const [baseline, setBaseline] = useState(settings);
  const [serverErrors, setServerErrors] = useState<Record<string, string>>({});
  const sent = useRef(settings);

  const parsed = useMemo(() => parseReceiptSettings(form), [form]);
  const dirty = JSON.stringify(parsed.ok ? parsed.settings : form) !== JSON.stringify(baseline);

  const reply = fetcher.data;
  useEffect(() => {
    if (!reply) return;
    if (reply.result === "saved") {
      setBaseline(sent.current);
      shopify.toast.show("Receipt saved");
    } else if (reply.result === "replaced") {
      shopify.toast.show("New key made. Paste both snippets again.");
    } else {
      setServerErrors(reply.errors);
    }
  }, [reply, shopify]);

  return {
    form,
    dirty,
    errors: parsed.ok ? serverErrors : parsed.errors,
    saving: fetcher.state !== "idle",
    change: (fields: Partial<ReceiptSettings>) => {
      setServerErrors({});
      setForm((current) => ({ ...current, ...fields }));
    },
    discard: () => setForm(baseline),
    save: () => {
      if (!parsed.ok) {
        document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
        return;
      }
      sent.current = parsed.settings;
      fetcher.submit({ intent: "save", settings: parsed.settings }, { method: "post", encType: "application/json" });
    },
    replaceKey: () => fetcher.submit({ intent: "replaceKey" }, { method: "post", encType: "application/json" }),
  };
}
