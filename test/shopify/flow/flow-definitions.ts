import { fileURLToPath } from "node:url";
import { readConfigurations, tablesOf, tableOf } from "../ui-extensions/read-extensions";
import type { Table } from "../ui-extensions/read-extensions";
import { textOf } from "../input/text-of";

const SOURCES = fileURLToPath(new URL("../../../extensions", import.meta.url));

/** A field of a trigger's payload or of an action's properties, under the key that it is sent by. */
export interface FlowField {
  readonly key: string;
  readonly label: string;
  readonly type: string;
  readonly required: boolean;
}

export interface FlowDefinition {
  readonly handle: string;
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FlowField[];
  /** Of an action: where Flow asks the app, as a path of it or a whole address. */
  readonly runtimeUrl: string;
}

/** The app's Flow triggers or actions, as their configuration files describe them. */
export function flowDefinitions(type: "flow_trigger" | "flow_action", extensionsDir: string = SOURCES): FlowDefinition[] {
  return readConfigurations(extensionsDir).filter(({ table }) => table["type"] === type).map(({ table, file }) => ({
    handle: textOf(table["handle"]),
    name: textOf(table["name"]),
    description: textOf(table["description"]),
    // Flow's files have their settings beside the extension rather than in it.
    fields: tablesOf(tableOf(table["settings"] ?? file["settings"])["fields"]).map(fieldOf),
    runtimeUrl: textOf(table["runtime_url"]),
  }));
}

/** References have keys of Flow's own: `customer_id`, `order_id`, `product_id`. */
function fieldOf(field: Table): FlowField {
  const type = textOf(field["type"]);
  const key = type.endsWith("_reference") ? type.replace(/_reference$/, "_id") : textOf(field["key"]);
  return { key, type, label: textOf(field["name"], key), required: field["required"] === true };
}

const CHECKS: Readonly<Record<string, (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === "boolean",
  email: (value) => typeof value === "string" && value.includes("@"),
  number_decimal: (value) => typeof value === "number",
  single_line_text_field: (value) => typeof value === "string",
  url: (value) => typeof value === "string" && URL.canParse(value),
};

/** What Flow would complain of in a trigger's payload, in words; nothing when it is what the trigger declares. */
export function payloadFaults({ fields, handle }: FlowDefinition, payload: Readonly<Record<string, unknown>>): string[] {
  const known = new Set(fields.map(({ key }) => key));
  const unknown = Object.keys(payload).filter((key) => !known.has(key)).map((key) => `${handle} has no field "${key}"`);
  const wrong = fields.flatMap(({ key, type }) => {
    const value = payload[key];
    if (value === undefined) return [`${handle} lacks "${key}"`];
    const check = type.endsWith("_reference") ? Number.isSafeInteger : CHECKS[type];
    if (!check) return [`The local Shopify does not know Flow's type ${type}`];
    return check(value) ? [] : [`"${key}" is no ${type}`];
  });
  const size = Buffer.byteLength(JSON.stringify(payload));
  return [...unknown, ...wrong, ...(size > 50_000 ? ["The payload is larger than 50,000 bytes"] : [])];
}
