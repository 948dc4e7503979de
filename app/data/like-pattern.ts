/** A pattern for `like … escape '\'` that finds what holds the text, whatever signs are in it. */
export function holding(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;
}
