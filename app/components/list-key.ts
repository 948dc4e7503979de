/** Stands for the list that an address asks for, on whichever of its pages: another list is another table, whose rows have not moved from anywhere. */
export function listKey(params: URLSearchParams): string {
  const kept = new URLSearchParams(params);
  kept.delete("after");
  kept.delete("before");
  return kept.toString();
}
