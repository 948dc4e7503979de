import { nextId } from "./ids";
import type { SellingPlanGroup, Shop } from "./model";
import { getProduct } from "./products";
import { defineCommand } from "./store";

/** Lets products be bought by subscription; `plans` are the names of the rhythms. */
export const createSellingPlanGroup = defineCommand("createSellingPlanGroup", ({ store }, args: { shop: string; name: string; plans: string[]; productIds: number[] }): SellingPlanGroup => {
  const shop = store.getShop(args.shop);
  for (const id of args.productIds) getProduct(shop, id);
  const group: SellingPlanGroup = {
    id: nextId(shop, "sellingPlanGroup"),
    name: args.name,
    plans: args.plans.map((name) => ({ id: nextId(shop, "sellingPlan"), name })),
    productIds: args.productIds,
  };
  shop.sellingPlanGroups.set(group.id, group);
  return group;
});

/** The rhythms in which a product may be bought, group by group. */
export function sellingPlansOf(shop: Shop, productId: number): SellingPlanGroup["plans"] {
  return [...shop.sellingPlanGroups.values()].flatMap(({ plans, productIds }) => (productIds.includes(productId) ? plans : []));
}

/** The name of a line's subscription; empty for a single purchase. */
export function planNameOf(shop: Shop, productId: number, sellingPlanId: number | undefined): string {
  return sellingPlansOf(shop, productId).find(({ id }) => id === sellingPlanId)?.name ?? "";
}
