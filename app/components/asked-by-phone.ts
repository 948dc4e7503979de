/** Whether the browser says that it runs on a phone: by its client hint, else by its name. A guess for the first drawing, nothing more. */
export function askedByPhone({ headers }: Request): boolean {
  const hint = headers.get("sec-ch-ua-mobile");
  return hint === null ? /\bMobi/.test(headers.get("user-agent") ?? "") : hint === "?1";
}
