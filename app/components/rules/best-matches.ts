/** What holds the text, in the order given but for this: what begins with it comes first, then what has a word that does. */
export function bestMatches<Item>(items: readonly Item[], text: string, namesOf: (item: Item) => readonly string[]): Item[] {
  const wanted = plain(text.trim());
  if (wanted === "") return [...items];
  const ranks: Item[][] = [[], [], []];
  for (const item of items) {
    const rank = Math.min(...namesOf(item).map((name) => rankOf(plain(name), wanted)));
    ranks[rank]?.push(item);
  }
  return ranks.flat();
}

/** Without capitals and accents, which not everybody types. */
function plain(text: string): string {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** 0: begins so; 1: a word in it does; 2: it stands elsewhere; 3: nowhere. */
function rankOf(name: string, wanted: string): number {
  const at = name.indexOf(wanted);
  if (at <= 0) return at === 0 ? 0 : 3;
  for (let next = at; next !== -1; next = name.indexOf(wanted, next + 1)) {
    if (!/[\p{L}\p{N}]/u.test(name.charAt(next - 1))) return 1;
  }
  return 2;
}
