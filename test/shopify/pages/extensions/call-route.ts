import type { Request, Response } from "express";
import { tableOf } from "../../ui-extensions/read-extensions";
import type { Table } from "../../ui-extensions/read-extensions";
import type { CallAnswer, Values } from "../../ui-extensions/contract";
import type { Place } from "../../ui-extensions/values/standard-values";
import { issueExtensionToken, issueSessionToken } from "../../tokens/issue-tokens";
import { textOf } from "../form-text";
import type { PageServices } from "../services";
import type { BlockSite } from "./blocks";
import { signalsAt } from "./blocks";

type Change = (call: string, change: Table) => unknown;

/** Answers a function of an extension's global, and says what it changed; a call that there is not is a 400. */
export async function answerCall(services: PageServices, request: Request, response: Response, siteOf: (target: string) => BlockSite, signalsOf: (place: Place) => Values, change?: Change): Promise<void> {
  const { handle, target, call, args } = tableOf(request.body);
  const site = siteOf(textOf(target));
  try {
    const [first, second]: unknown[] = Array.isArray(args) ? args : [];
    const direct = call === "query" && textOf(target).startsWith("admin.") ? services.query : undefined;
    const result = direct
      ? await direct(site.shop, { query: textOf(first), variables: tableOf(second)["variables"] })
      : resultOf(services, site, textOf(call), tableOf(first), change);
    // Only what changes a checkout changes what blocks know of it.
    const isChange = change !== undefined && textOf(call).startsWith("apply");
    const answer: CallAnswer = { result, signals: isChange ? signalsAt(services, site, signalsOf, textOf(handle)) : {} };
    response.set("Cache-Control", "no-store").json(answer);
  } catch (error) {
    response.status(400).json({ error: error instanceof Error ? error.message : String(error) });
  }
}

function resultOf({ app, store }: PageServices, { shop, customerId }: BlockSite, call: string, argument: Table, change: Change | undefined): unknown {
  const now = store.clock.now();
  if (call === "sessionToken.get") return issueExtensionToken(app, shop, now, customerId);
  if (call === "auth.idToken") return issueSessionToken(app, shop, now);
  if (call === "applyTrackingConsentChange") return { type: "success" };
  if (call === "query") return { errors: [{ message: "The local Shopify does not implement this API for extensions", extensions: { requestId: "local", code: "NOT_IMPLEMENTED" } }] };
  if (change && call.startsWith("apply")) return change(call, argument);
  throw new Error(`There is no ${call} here`);
}
