import { createHmac, randomUUID } from "node:crypto";
import type { AppIdentity } from "../app/app-identity";
import type { Shop } from "../store/model";
import type { FlowDefinition } from "./flow-definitions";

export interface ActionRun {
  readonly runId: string;
  readonly status: number;
  readonly answer: string;
}

/** Asks the app to run a step of a workflow, signed over the raw body as Flow does; the same run id is the same run again. */
export async function runFlowAction(app: AppIdentity, shop: Shop, action: FlowDefinition, properties: Readonly<Record<string, unknown>>, runId: string = randomUUID()): Promise<ActionRun> {
  const body = JSON.stringify({
    shop_id: shop.id, shopify_domain: shop.domain, action_run_id: runId, action_definition_id: action.handle, handle: action.handle,
    step_reference: "local", properties,
  });
  const url = action.runtimeUrl.startsWith("/") ? `${app.url}${action.runtimeUrl}` : action.runtimeUrl;
  const signature = createHmac("sha256", app.apiSecret).update(body).digest("base64");
  const reply = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json", "X-Shopify-Hmac-Sha256": signature, "X-Shopify-Shop-Domain": shop.domain }, body });
  return { runId, status: reply.status, answer: await reply.text() };
}

/** Form fields as the properties of an action: numbers are numbers, references ids. */
export function propertiesOf({ fields }: FlowDefinition, form: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(fields.flatMap(({ key, type }) => {
    const text = typeof form[key] === "string" ? form[key].trim() : "";
    if (text === "") return [];
    return [[key, type === "number_decimal" || type.endsWith("_reference") ? Number(text) : text]];
  }));
}
