/** A pattern for `like … escape '\'` that finds what holds the text, whatever signs are in it. */
export function holding(text: string): string {
  return `%${beginning(text)}`;
}

/** The same for what begins with the text. */
export function beginning(text: string): string {
  return `${text.trim().replace(/[\\%_]/g, "\\$&")}%`;
}
