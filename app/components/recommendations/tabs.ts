export const recommendationTabs = [
  { id: "products", content: "Goes together" },
  { id: "missing", content: "Missing rungs" },
  { id: "again", content: "Bought again" },
] as const;
export type RecommendationTab = (typeof recommendationTabs)[number]["id"];

/** The tab that the address names, else the first. */
export function tabNamed(id: string | null): RecommendationTab {
  return recommendationTabs.find((tab) => tab.id === id)?.id ?? "products";
}
