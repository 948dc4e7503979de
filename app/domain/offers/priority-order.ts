/** Puts an offer directly before or after another; null when either is not there. */
export function beside(ids: readonly string[], id: string, direction: "before" | "after", other: string): string[] | null {
  if (id === other || !ids.includes(id) || !ids.includes(other)) return null;
  const rest = ids.filter((one) => one !== id);
  const at = rest.indexOf(other) + (direction === "after" ? 1 : 0);
  return [...rest.slice(0, at), id, ...rest.slice(at)];
}

/** Puts offers at the head or the foot, in the order in which they stand; ids that are not there are passed over. */
export function toEnd(ids: readonly string[], moved: readonly string[], end: "first" | "last"): string[] {
  const wanted = new Set(moved);
  const [picked, rest] = [ids.filter((id) => wanted.has(id)), ids.filter((id) => !wanted.has(id))];
  return end === "first" ? [...picked, ...rest] : [...rest, ...picked];
}

/**
 * Rearranges some of the offers among the places that they hold, the others keep theirs. Null when the places were
 * given out otherwise since `seen` was read, or `wanted` is not the same offers.
 */
export function rearrange(ids: readonly string[], seen: readonly string[], wanted: readonly string[]): string[] | null {
  const known = new Set(seen);
  const standing = ids.filter((id) => known.has(id));
  if (standing.length !== seen.length || standing.some((id, at) => id !== seen[at])) return null;
  if (wanted.length !== seen.length || new Set(wanted).size !== seen.length || wanted.some((id) => !known.has(id))) return null;
  let at = 0;
  return ids.map((id) => (known.has(id) ? wanted[at++] ?? id : id));
}
