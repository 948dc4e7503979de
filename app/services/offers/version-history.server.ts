import type { TFunction } from "i18next";
import { listCatalogueNames } from "../../data/catalogue/catalogue-names.server";
import { listVersions } from "../../data/offers/offer-versions.server";
import { changedFields } from "../../domain/offers/content-diff";
import type { ContentField } from "../../domain/offers/content-diff";
import type { OfferContent } from "../../domain/offers/offer";
import type { ConditionGroup } from "../../domain/rules/condition";
import { describeChange, diffRules } from "../../domain/rules/rule-diff";
import type { ShopId } from "../../domain/shops/shop-id";
import { idsInCondition } from "./ids-in-condition";

const listed = 50;

/** What differences of versions are worded from. */
export type VersionFacts = Pick<OfferContent, "name" | "title" | "placements" | "discount" | "quantityLimit" | "shippingMinor" | "schedule">;

export interface VersionHistoryEntry {
  version: number;
  savedAt: string;
  savedBy: number | null;
  facts: VersionFacts;
  /** What differs from the version before, besides the rule; null where that one is not at hand. */
  changed: ContentField[] | null;
  /** What would change besides the rule if this version were restored now. */
  changedIfRestored: ContentField[];
  /** How its rule differs from that of the version before, in words; null where the one before is not at hand. */
  ruleChanges: string[] | null;
  /** How the rule would change if this version were restored now. */
  ruleIfRestored: string[];
}

/** The newest versions of an offer first, with what became of its rule from one to the next. */
export async function readVersionHistory(t: TFunction, shop: ShopId, offerId: string): Promise<VersionHistoryEntry[]> {
  const versions = await listVersions(shop, offerId, listed);
  const current = versions[0]?.content;
  const ids = versions.map(({ content }) => idsInCondition(content.rule));
  const unique = (kind: "product" | "variant" | "collection") => [...new Set(ids.flatMap((named) => named[kind]))];
  const names = await listCatalogueNames(shop, { product: unique("product"), variant: unique("variant"), collection: unique("collection") });
  const titles = (list: { id: number; title: string }[]) => new Map(list.map(({ id, title }) => [id, title]));
  const lookups = { product: titles(names.product), variant: titles(names.variant), collection: titles(names.collection) };
  const changes = (before: ConditionGroup, after: ConditionGroup) => diffRules(before, after).map((change) => describeChange(t, change, lookups));
  return versions.map(({ version, savedAt, savedBy, content }, index) => {
    const before = versions[index + 1]?.content;
    const { name, title, placements, discount, quantityLimit, shippingMinor, schedule } = content;
    return {
      version, savedAt: savedAt.toISOString(), savedBy,
      facts: { name, title, placements, discount, quantityLimit, shippingMinor, schedule },
      changed: before ? changedFields(before, content) : null,
      changedIfRestored: current ? changedFields(current, content) : [],
      ruleChanges: before ? changes(before.rule, content.rule) : null,
      ruleIfRestored: current ? changes(current.rule, content.rule) : [],
    };
  });
}
