import type { TFunction } from "i18next";
import { conditionSections } from "./condition-labels";

const groups = ["all", "any", "none"] as const;
const kinds = conditionSections.flatMap(({ kinds: named }): readonly (typeof named)[number][] => named);

/** A kind of condition in the middle of a sentence; what is stored may name kinds that this version no longer has. */
export function conditionName(t: TFunction, kind: string): string {
  const known = kinds.find((name) => name === kind) ?? groups.find((name) => name === kind);
  return known ? t(`rules:named.${known}`) : kind;
}
