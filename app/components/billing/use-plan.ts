import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import type { Plan } from "../../domain/billing/plans";

export type BillingReply =
  | { confirmationUrl: string }
  | { done: true }
  | { error: { code: "notAllowed" | "badCap" | "otherCurrency" | "noChange" | "notOnUsage" | "unreachable" } | { code: "refused"; message: string } };

/** Asks for plans and caps. Shopify's own page, where the merchant agrees or does not, opens in place of the app. */
export function usePlan() {
  const fetcher = useFetcher<BillingReply>();
  const reply = fetcher.data;
  const url = reply && "confirmationUrl" in reply ? reply.confirmationUrl : null;
  useEffect(() => {
    if (url !== null) open(url, "_top");
  }, [url]);
  const submit = (fields: Record<string, string>) => fetcher.submit(fields, { method: "post" });
  return {
    isBusy: fetcher.state !== "idle" || url !== null,
    /** What was asked for last. */
    wanted: fetcher.formData?.get("plan") ?? null,
    reply: fetcher.state === "idle" ? (reply ?? null) : null,
    choose: (plan: Plan, cap = "") => submit(plan === "usage" ? { intent: "choose", plan, cap } : { intent: "choose", plan }),
    changeCap: (cap: string) => submit({ intent: "raiseCap", cap }),
  };
}
