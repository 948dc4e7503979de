import type { TFunction } from "i18next";

const ids = ["due", "products", "segments"] as const;
export type ReorderTab = (typeof ids)[number];

export function reorderTabs(t: TFunction): { id: ReorderTab; content: string }[] {
  return ids.map((id) => ({ id, content: t(`reorders:tab.${id}`) }));
}

/** The first for what is none. */
export function tabNamed(text: string | null): ReorderTab {
  return ids.find((id) => id === text) ?? "due";
}
