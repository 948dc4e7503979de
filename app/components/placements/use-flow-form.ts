import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { parseFlowSettings } from "../../domain/flow/settings";
import type { FlowSettings, FlowSettingsErrors } from "../../domain/flow/settings";
import { formToSettings, settingsToForm } from "./flow-form";
import type { FlowForm } from "./flow-form";

export type FlowReply = { result: "saved" } | { result: "invalid"; errors: FlowSettingsErrors };

/** The state of the Flow page: what is typed, and whether it differs from what is saved. */
export function useFlowForm(settings: FlowSettings, currency: string) {
  const shopify = useAppBridge();
  const fetcher = useFetcher<FlowReply>();
  const [form, setForm] = useState(() => settingsToForm(settings, currency));
  const [baseline, setBaseline] = useState(form);
  const [serverErrors, setServerErrors] = useState<FlowSettingsErrors>({});
  const sent = useRef(form);
  const parsed = useMemo(() => parseFlowSettings(formToSettings(form, currency)), [form, currency]);

  const reply = fetcher.data;
  useEffect(() => {
    if (!reply) return;
    if (reply.result === "saved") {
      setBaseline(sent.current);
      shopify.toast.show("Flow settings saved");
    } else {
      setServerErrors(reply.errors);
    }
  }, [reply, shopify]);

  return {
    form,
    dirty: JSON.stringify(form) !== JSON.stringify(baseline),
    errors: parsed.ok ? serverErrors : parsed.errors,
    saving: fetcher.state !== "idle",
    change: (fields: Partial<FlowForm>) => {
      setServerErrors({});
      setForm((current) => ({ ...current, ...fields }));
    },
    discard: () => setForm(baseline),
    save: () => {
      if (!parsed.ok) {
        document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
        return;
      }
      sent.current = form;
      fetcher.submit({ settings: { ...parsed.settings } }, { method: "post", encType: "application/json" });
    },
  };
}
