import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useAfterPaint } from "./use-after-paint";

/** Messages by field path, the first of each. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What a route answers to settings that were sent. */
export type SettingsReply = { result: "saved" } | { result: "invalid"; errors: FieldErrors };

/** What can be sent as JSON. */
type Sent = Parameters<ReturnType<typeof useFetcher>["submit"]>[0];

interface SettingsFormOptions<Form, Settings> {
  /** What is saved, as it is edited; looked at once. */
  saved: Form;
  /** The settings that were typed, or what is wrong with them; the same function while nothing else changes. */
  read: (form: Form) => { ok: true; settings: Settings } | { ok: false; errors: FieldErrors };
  /** What is sent to the page's own action. */
  request: (settings: Settings) => Sent;
  /** Said when they are saved. */
  savedText: string;
}

/**
 * A page of settings while it is edited: what is typed, what is wrong with it, and whether it differs from what is saved.
 * What means the same is no change, however it is typed.
 */
export function useSettingsForm<Form extends object, Settings>({ saved, read, request, savedText }: SettingsFormOptions<Form, Settings>) {
  const shopify = useAppBridge();
  const fetcher = useFetcher<SettingsReply>();
  const [form, setForm] = useState(saved);
  const [baseline, setBaseline] = useState(form);
  const [serverErrors, setServerErrors] = useState<FieldErrors>({});
  const sent = useRef(form);
  // What is typed is drawn first; whether it is right, and the bar for saving it, follow.
  const judged = useAfterPaint(form);
  const parsed = useMemo(() => read(judged), [read, judged]);
  const clean = useMemo(() => meaningOf(read(baseline), baseline), [read, baseline]);

  const reply = fetcher.data;
  useEffect(() => {
    if (!reply) return;
    if (reply.result === "saved") {
      setBaseline(sent.current);
      shopify.toast.show(savedText);
    } else {
      setServerErrors(reply.errors);
    }
  }, [reply, shopify, savedText]);

  /** Takes some fields, or what makes the next form of the one there is; the same function every time. */
  const change = useCallback((fields: Partial<Form> | ((current: Form) => Form)) => {
    setServerErrors((current) => (Object.keys(current).length === 0 ? current : {}));
    setForm((current) => (typeof fields === "function" ? fields(current) : { ...current, ...fields }));
  }, []);
  const send = (what: Form) => {
    const ready = read(what);
    if (!ready.ok) {
      document.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
      return;
    }
    sent.current = what;
    fetcher.submit(request(ready.settings), { method: "post", encType: "application/json" });
  };

  return {
    form,
    /** Null while something is typed wrongly. */
    settings: parsed.ok ? parsed.settings : null,
    dirty: meaningOf(parsed, judged) !== clean,
    errors: parsed.ok ? serverErrors : parsed.errors,
    saving: fetcher.state !== "idle",
    change,
    discard: () => setForm(baseline),
    save: () => send(form),
    /** Puts other values in the place of what is typed, and saves them. */
    replace: (values: Form) => {
      setForm(values);
      send(values);
    },
  };
}

/** Two forms that would be saved alike compare as equal. */
function meaningOf(parsed: { ok: true; settings: unknown } | { ok: false }, form: unknown): string {
  return JSON.stringify(parsed.ok ? parsed.settings : form);
}
