const titles: Record<string, string> = {
  offers: "Offers", recommendations: "Recommendations", courtesy: "Courtesy", activity: "Activity", settings: "Settings",
};

/** Longer than this nobody should look at the page that they have left. */
export const skeletonAfterMs = 200;

/** The title of the page at an address, null where it depends on what the page holds, and whether it is one below an index page. */
export function skeletonOf(pathname: string): { title: string | null; isDetail: boolean } {
  const [section = "", below] = pathname.split("/").slice(2).filter((part) => part !== "");
  if (below !== undefined) return { title: null, isDetail: true };
  return { title: Object.hasOwn(titles, section) ? titles[section] ?? null : null, isDetail: false };
}

/** Whether one is on the way to another page, rather than to another view of the same. */
export function isLeaving(from: string, to: string | undefined): boolean {
  return to !== undefined && trimmed(from) !== trimmed(to);
}

function trimmed(pathname: string): string {
  return pathname.replace(/\/+$/, "");
}
