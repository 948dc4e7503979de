const sections = ["offers", "recommendations", "courtesy", "activity", "settings"] as const;
export type Section = (typeof sections)[number];

/** Longer than this nobody should look at the page that they have left. */
export const skeletonAfterMs = 200;

/** The section whose title the page at an address has, null where that depends on what the page holds, and whether it is one below an index page. */
export function skeletonOf(pathname: string): { section: Section | null; isDetail: boolean } {
  const [first, below] = pathname.split("/").slice(2).filter((part) => part !== "");
  if (below !== undefined) return { section: null, isDetail: true };
  return { section: sections.find((section) => section === first) ?? null, isDetail: false };
}

/** Whether one is on the way to another page, rather than to another view of the same. */
export function isLeaving(from: string, to: string | undefined): boolean {
  return to !== undefined && trimmed(from) !== trimmed(to);
}

function trimmed(pathname: string): string {
  return pathname.replace(/\/+$/, "");
}
