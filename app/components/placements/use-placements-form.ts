import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useMemo, useRef, useState } from "react";
import { parsePlacementSettings } from "../../domain/placements/settings";
import type { PlacementSettings, SettingsErrors } from "../../domain/placements/settings";
import { formToSettings, settingsToForm } from "./placements-form";
import type { PlacementsForm } from "./placements-form";

export type PlacementsReply = { result: "saved" } | { result: "invalid"; errors: SettingsErrors };

/** The state of the placements page: what is typed, and whether it differs from what is saved. */
export function usePlacementsForm(settings: PlacementSettings) {
  const shopify = useAppBridge();
  const fetcher = useFetcher<PlacementsReply>();
  const [form, setForm] = useState(() => settingsToForm(settings));
  const [baseline, setBaseline] = useState(form);
  const [serverErrors, setServerErrors] = useState<SettingsErrors>({});
  const sent = useRef(form);

  const parsed = useMemo(() => parsePlacementSettings(formToSettings(form)), [form]);
  const dirty = JSON.stringify(formToSettings(form)) !== JSON.stringify(formToSettings(baseline));

  const save = () => {
    if (!parsed.ok) {
      document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    sent.current = form;
    fetcher.submit({ settings: JSON.stringify(parsed.settings) }, { method: "post", encType: "application/json" });
  };

  const reply = fetcher.data;
  useEffect(() => {
    if (!reply) return;
    if (reply.result === "saved") {
      setBaseline(sent.current);
      shopify.toast.show("Placements saved");
    } else {
      setServerErrors(reply.errors);
    }
  }, [reply, shopify]);

  return {
    form,
    dirty,
    errors: parsed.ok ? serverErrors : parsed.errors,
    saving: fetcher.state !== "idle",
    change: (changed: (current: PlacementsForm) => PlacementsForm) => {
      setServerErrors({});
      setForm(changed);
    },
    discard: () => setForm(baseline),
    save,
  };
}
