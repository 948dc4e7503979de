import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

export interface NewKeyReply { result: "replaced" }

/** Makes a new key for the links of e-mails and receipts. */
export function useNewKey() {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const fetcher = useFetcher<NewKeyReply>();
  const reply = fetcher.data;
  useEffect(() => {
    if (reply) shopify.toast.show(t("placements:snippets.newKeyMade"));
  }, [reply, shopify, t]);
  return {
    making: fetcher.state !== "idle",
    make: () => fetcher.submit({ intent: "replaceKey" }, { method: "post", encType: "application/json" }),
  };
}
