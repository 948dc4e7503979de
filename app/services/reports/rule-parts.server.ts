import type { TFunction } from "i18next";
import { listCatalogueNames } from "../../data/catalogue/catalogue-names.server";
import { findVersion } from "../../data/offers/offer-versions.server";
import type { CandidateReason } from "../../domain/decisions/decision";
import type { Condition, ConditionGroup } from "../../domain/rules/condition";
import { describe } from "../../domain/rules/describe";
import type { ShopId } from "../../domain/shops/shop-id";
import { idsInCondition } from "../offers/ids-in-condition";

/** For each candidate that its rule decided against: the deciding condition in words, by offer. */
export async function describeRuleParts(t: TFunction, shop: ShopId, candidates: readonly CandidateReason[]): Promise<Map<string, string>> {
  const parts = await Promise.all(candidates.map(async (reason) => {
    if (reason.code !== "ruleNotMet" && reason.code !== "ruleUnknown") return [];
    const version = await findVersion(shop, reason.offerId, reason.offerVersion);
    const condition = version && conditionAt(version.content.rule, reason.path);
    return condition ? [{ offerId: reason.offerId, condition }] : [];
  }));
  const found = parts.flat();
  const ids = found.map(({ condition }) => idsInCondition(condition));
  const names = await listCatalogueNames(shop, {
    product: ids.flatMap(({ product }) => product),
    variant: ids.flatMap(({ variant }) => variant),
    collection: ids.flatMap(({ collection }) => collection),
  });
  const titles = (list: { id: number; title: string }[]) => new Map(list.map(({ id, title }) => [id, title]));
  const lookups = { product: titles(names.product), variant: titles(names.variant), collection: titles(names.collection) };
  return new Map(found.map(({ offerId, condition }) => [offerId, describe(t, condition, lookups)]));
}

/** The condition at a path of places ("0.2", "" for the whole rule); null when the rule has none there. */
function conditionAt(rule: ConditionGroup, path: string): Condition | null {
  let at: Condition = rule;
  for (const place of path === "" ? [] : path.split(".")) {
    const next: Condition | undefined = "conditions" in at ? at.conditions[Number(place)] : undefined;
    if (!next) return null;
    at = next;
  }
  return at;
}
