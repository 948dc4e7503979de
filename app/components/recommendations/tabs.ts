import type { TFunction } from "i18next";

const ids = ["products", "missing", "again", "byHand"] as const;
export type RecommendationTab = (typeof ids)[number];

export function recommendationTabs(t: TFunction): { id: RecommendationTab; content: string }[] {
  return ids.map((id) => ({ id, content: t(`recommendations:tab.${id}`) }));
}

/** The tab that the address names, else the first. */
export function tabNamed(text: string | null): RecommendationTab {
  return ids.find((id) => id === text) ?? "products";
}
