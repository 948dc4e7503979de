import type { TFunction } from "i18next";
import { listCatalogueNames } from "../../data/catalogue/catalogue-names.server";
import { listVersions } from "../../data/offers/offer-versions.server";
import type { ConditionGroup } from "../../domain/rules/condition";
import { describeChange, diffRules } from "../../domain/rules/rule-diff";
import type { ShopId } from "../../domain/shops/shop-id";
import { idsInCondition } from "./ids-in-condition";

const listed = 50;

export interface VersionHistoryEntry {
  version: number;
  savedAt: string;
  savedBy: number | null;
  /** How its rule differs from that of the version before, in words; null where the one before is not at hand. */
  ruleChanges: string[] | null;
  /** How the rule would change if this version were restored now. */
  ruleIfRestored: string[];
}

/** The newest versions of an offer first, with what became of its rule from one to the next. */
export async function readVersionHistory(t: TFunction, shop: ShopId, offerId: string): Promise<VersionHistoryEntry[]> {
  const versions = await listVersions(shop, offerId, listed);
  const current = versions[0]?.content.rule;
  const ids = versions.map(({ content }) => idsInCondition(content.rule));
  const unique = (kind: "product" | "variant" | "collection") => [...new Set(ids.flatMap((named) => named[kind]))];
  const names = await listCatalogueNames(shop, { product: unique("product"), variant: unique("variant"), collection: unique("collection") });
  const titles = (list: { id: number; title: string }[]) => new Map(list.map(({ id, title }) => [id, title]));
  const lookups = { product: titles(names.product), variant: titles(names.variant), collection: titles(names.collection) };
  const changes = (before: ConditionGroup, after: ConditionGroup) => diffRules(before, after).map((change) => describeChange(t, change, lookups));
  return versions.map(({ version, savedAt, savedBy, content }, index) => {
    const before = versions[index + 1]?.content.rule;
    return {
      version, savedAt: savedAt.toISOString(), savedBy,
      ruleChanges: before ? changes(before, content.rule) : null,
      ruleIfRestored: current ? changes(current, content.rule) : [],
    };
  });
}
