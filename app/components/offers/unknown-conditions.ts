import { isKnowable } from "../../domain/rules/knowable";
import { conditionLabels } from "../rules/condition-labels";
import { isGroup } from "../rules/rule-form";
import type { GroupForm } from "../rules/rule-form";

/** A warning for each condition that the post-purchase page cannot know, by its path in the rule. */
export function unknownConditions(group: GroupForm, path = "rule"): Map<string, string> {
  const found = new Map<string, string>();
  group.conditions.forEach((node, index) => {
    const at = `${path}.conditions.${index}`;
    if (isGroup(node)) {
      for (const [inner, text] of unknownConditions(node, at)) found.set(inner, text);
    } else if (!isKnowable(node.kind, "post-purchase")) {
      found.set(at, `Shopify doesn’t tell the post-purchase page this: ${conditionLabels[node.kind].toLowerCase()}. With this condition the offer may never be shown.`);
    }
  });
  return found;
}
