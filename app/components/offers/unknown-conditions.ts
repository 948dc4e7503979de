import type { Placement } from "../../domain/offers/placement";
import type { LeafKind } from "../../domain/rules/condition";
import { isKnowable } from "../../domain/rules/knowable";
import { placementTexts } from "../placements/placement-texts";
import { conditionLabels } from "../rules/condition-labels";
import { isGroup } from "../rules/rule-form";
import type { GroupForm } from "../rules/rule-form";

/** A warning for each condition that a placement of the offer cannot know, by its path in the rule. */
export function unknownConditions(group: GroupForm, placements: readonly Placement[], path = "rule"): Map<string, string> {
  const found = new Map<string, string>();
  group.conditions.forEach((node, index) => {
    const at = `${path}.conditions.${index}`;
    if (isGroup(node)) {
      for (const [inner, text] of unknownConditions(node, placements, at)) found.set(inner, text);
    } else {
      const unknowing = placements.filter((placement) => !isKnowable(node.kind, placement));
      if (unknowing.length > 0) found.set(at, unknownText(node.kind, unknowing));
    }
  });
  return found;
}

function unknownText(kind: LeafKind, placements: readonly Placement[]): string {
  const names = placements.map((placement) => placementTexts[placement].name.toLowerCase()).join(", ");
  return `Can’t be known here: ${names} (${conditionLabels[kind].toLowerCase()}). With this condition the offer may never be shown there.`;
}
