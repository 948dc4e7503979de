import type { ConditionGroup } from "./condition";
import { Rule } from "./condition";
import { MAX_JSON } from "./limits";

const FORMAT = "encore-rule";
/** Raised when an older version of the app could not read what is written. */
const VERSION = 1;

/** Where something is wrong ("rule.conditions.0.tags", "" for the whole text), and what. */
export interface RuleJsonProblem {
  path: string;
  message: string;
}

/** A rule as text that another shop, or a later version, can read: `{"format": "encore-rule", "version": 1, "rule": {…}}`. */
export function ruleToJson(rule: ConditionGroup): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, rule }, null, 2)}\n`;
}

/**
 * Reads an exported rule, or says everything that keeps it from being one. A field that this version does not know is
 * refused, not forgotten: without it the rule might mean more orders than it was written for. Ids are those of the shop
 * that it came from; they are not looked up here.
 */
export function parseRuleJson(text: string): { ok: true; rule: ConditionGroup } | { ok: false; problems: RuleJsonProblem[] } {
  const refuse = (path: string, message: string) => ({ ok: false as const, problems: [{ path, message }] });
  if (text.length > MAX_JSON) return refuse("", `At most ${MAX_JSON.toLocaleString("en")} characters`);
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return refuse("", "This is not JSON");
  }
  if (!isRecord(file) || ownValue(file, "format") !== FORMAT) return refuse("format", `This is not an exported rule: its format is not “${FORMAT}”`);
  const version = ownValue(file, "version");
  if (version !== VERSION) return refuse("version", `This app reads version ${VERSION}, not ${typeof version === "number" ? version : "what stands there"}`);
  const parsed = Rule.safeParse(ownValue(file, "rule"));
  if (!parsed.success) return { ok: false, problems: parsed.error.issues.map(({ path, message }) => ({ path: ["rule", ...path].join("."), message })) };
  const unknown = [...extraFields({ format: FORMAT, version: VERSION, rule: parsed.data }, file, "")];
  if (unknown.length > 0) return { ok: false, problems: unknown.map((path) => ({ path, message: "This app knows no such field" })) };
  return { ok: true, rule: parsed.data };
}

/** The paths of fields that a text has and what was read from it has not. */
export function* extraFields(read: unknown, written: unknown, above: string): Generator<string> {
  if (Array.isArray(written)) {
    for (const [index, entry] of written.entries()) yield* extraFields(Array.isArray(read) ? read[index] : undefined, entry, `${above}.${index}`);
  } else if (isRecord(written)) {
    for (const [field, value] of Object.entries(written)) {
      const path = above === "" ? field : `${above}.${field}`;
      if (!isRecord(read) || !Object.hasOwn(read, field)) yield path;
      else yield* extraFields(read[field], value, path);
    }
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands in the text itself, never what every object inherits. */
export function ownValue(record: Record<string, unknown>, field: string): unknown {
  return Object.hasOwn(record, field) ? record[field] : undefined;
}
