/** A field of a form or query as text; "" for what is missing, repeated or no text. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
