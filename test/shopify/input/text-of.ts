/** A value that came from outside as text: strings and numbers as they are written, anything else as the fallback. */
export function textOf(value: unknown, fallback = ""): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? String(value) : fallback;
}
