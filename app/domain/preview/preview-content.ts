import type { Offer, OfferContent } from "../offers/offer";
import { parseOfferDraft } from "../offers/offer-draft";
import type { ConditionGroup } from "../rules/condition";
import type { NothingToPreview, PreviewedPlacement } from "./contract";

/** Content without its rule, which is asked apart; null where it is not known. */
export interface DrawableOffer {
  content: OfferContent;
  rule: ConditionGroup | null;
}

type Read = ({ ok: true } & DrawableOffer) | { ok: false; why: NothingToPreview };

const noRule: ConditionGroup = { kind: "all", conditions: [] };

/** What stands in for a field while it is typed wrongly: nothing that would show. */
const fallbacks: Readonly<Record<string, unknown>> = {
  title: "…", body: "", texts: undefined, discount: { kind: "none" }, quantityLimit: 1, shippingMinor: 0,
};

/**
 * A draft as far as it can be drawn: at this placement, at any time and for any order. What is typed wrongly is left out,
 * except what decides which products there are; the rule comes apart, null where it is not finished.
 */
export function previewContent(draft: unknown, placement: PreviewedPlacement): Read {
  const typed: Record<string, unknown> = { ...(typeof draft === "object" && draft !== null ? draft : {}), name: "preview", placements: [placement], schedule: { startsAt: null, endsAt: null } };
  const rule = ruleOf(typed);
  const wanted: Record<string, unknown> = { ...typed, rule: noRule };
  const first = parseOfferDraft(wanted);
  if (first.ok) return { ok: true, content: first.content, rule };
  for (const path of Object.keys(first.errors)) {
    const [field = ""] = path.split(".");
    if (field === "products") return { ok: false, why: { code: "noProducts" } };
    if (!(field in fallbacks)) return { ok: false, why: { code: "unfinished" } };
    wanted[field] = fallbacks[field];
  }
  const second = parseOfferDraft(wanted);
  return second.ok ? { ok: true, content: second.content, rule } : { ok: false, why: { code: "unfinished" } };
}

function ruleOf(typed: Record<string, unknown>): ConditionGroup | null {
  const parsed = parseOfferDraft({ ...typed, ...fallbacks, products: [{ productId: 1, variantIds: [] }], strategy: undefined });
  return parsed.ok ? parsed.content.rule : null;
}

/** The offer that a placement asks first, as it can be drawn; null where none is live. */
export function placementsOwn(offers: readonly Offer[], placement: PreviewedPlacement): (DrawableOffer & { name: string }) | null {
  const [first] = offers.filter(({ content }) => content.placements.includes(placement)).sort((one, other) => one.priority - other.priority);
  if (!first) return null;
  const { content } = first;
  return { content: { ...content, schedule: { startsAt: null, endsAt: null }, rule: noRule }, rule: content.rule, name: content.name };
}
