import type { LeafKind } from "../rules/leaf-form";
import { isGroup } from "../rules/rule-form";
import type { GroupForm } from "../rules/rule-form";
import type { OfferForm } from "./offer-form";

const amounts: ReadonlySet<LeafKind> = new Set<LeafKind>(["orderValue", "subtotal", "lifetimeSpend"]);

/** A saved offer's amounts with the reader's own decimal sign, as they would type them; both are read back. */
export function withDecimalSign(form: OfferForm, sign: string): OfferForm {
  const local = (text: string) => text.replace(".", sign);
  const { strategy } = form;
  return {
    ...form, amountOff: local(form.amountOff), shipping: local(form.shipping),
    strategy: { ...strategy, couponAmount: local(strategy.couponAmount), minSubtotal: local(strategy.minSubtotal) }, rule: inRule(form.rule, local),
  };
}

function inRule(group: GroupForm, local: (text: string) => string): GroupForm {
  return {
    ...group,
    conditions: group.conditions.map((node) => {
      if (isGroup(node)) return inRule(node, local);
      return amounts.has(node.kind) ? { ...node, min: local(node.min), max: local(node.max) } : node;
    }),
  };
}
