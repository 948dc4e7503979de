import type { TFunction } from "i18next";
import type { Placement } from "../../domain/offers/placement";
import type { LeafKind } from "../../domain/rules/condition";
import { isKnowable } from "../../domain/rules/knowable";
import { isGroup } from "../rules/rule-form";
import type { GroupForm } from "../rules/rule-form";

/** A warning for each condition that a placement of the offer cannot know, by its path in the rule. */
export function unknownConditions(t: TFunction, group: GroupForm, placements: readonly Placement[], path = "rule"): Map<string, string> {
  const found = new Map<string, string>();
  group.conditions.forEach((node, index) => {
    const at = `${path}.conditions.${index}`;
    if (isGroup(node)) {
      for (const [inner, text] of unknownConditions(t, node, placements, at)) found.set(inner, text);
    } else {
      const unknowing = placements.filter((placement) => !isKnowable(node.kind, placement));
      if (unknowing.length > 0) found.set(at, unknownText(t, node.kind, unknowing));
    }
  });
  return found;
}

/** Which placements of the offer cannot know what a kind of condition asks, for the list to choose from; undefined when all can. */
export function unknownNote(t: TFunction, kind: LeafKind, placements: readonly Placement[]): string | undefined {
  const unknowing = placements.filter((placement) => !isKnowable(kind, placement));
  return unknowing.length === 0 ? undefined : t("rules:group.unknownAt", { places: unknowing.map((placement) => t(`common:placement.${placement}`)) });
}

function unknownText(t: TFunction, kind: LeafKind, placements: readonly Placement[]): string {
  return t("offers:rule.unknown", { places: placements.map((placement) => t(`common:placement.${placement}`)), condition: t(`rules:condition.${kind}`) });
}
