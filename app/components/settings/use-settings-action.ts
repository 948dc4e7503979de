import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SettingsReply } from "./settings-reply";

/** Sends one of the page's requests and says what came of it. */
export function useSettingsAction(onReply: (result: SettingsReply["result"]) => void = () => undefined) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const fetcher = useFetcher<SettingsReply>();
  const told = useRef(onReply);
  told.current = onReply;
  const reply = fetcher.data;
  useEffect(() => {
    if (!reply) return;
    told.current(reply.result);
    shopify.toast.show(t(`settings:told.${reply.result}`), { isError: reply.result === "invalid" });
  }, [reply, shopify, t]);
  return { isBusy: fetcher.state !== "idle", submit: (fields: Record<string, string>) => fetcher.submit(fields, { method: "post" }) };
}
