import { z } from "zod";
import { idInGid } from "../../domain/shops/gid";
import type { ShopId } from "../../domain/shops/shop-id";
import { adminGraphql } from "../shops/admin-client.server";
import { collectPages, Page } from "../shops/pages.server";
import { SELLING_PLAN_GROUPS, SELLING_PLAN_PRODUCTS } from "./selling-plans.operations";

export interface FoundPlan {
  productId: number;
  id: number;
  name: string;
}

const Groups = z.object({ sellingPlanGroups: Page });
const Group = z.object({ id: z.string(), sellingPlans: z.object({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) }), products: Page });
const Products = z.object({ sellingPlanGroup: z.object({ products: Page }).nullable() });
const Node = z.object({ id: z.string() });
const none: Page = { nodes: [], pageInfo: { hasNextPage: false } };

/**
 * Which products may be bought in which rhythms, by the shop's subscription apps; product by product in their order.
 * Plans of single variants are left out: a link names the product's. Throws ShopifyApiError.
 */
export async function fetchSellingPlans(shop: ShopId): Promise<FoundPlan[]> {
  const groups = await collectPages(null, async (after) => Groups.parse(await adminGraphql<unknown>(shop, SELLING_PLAN_GROUPS, { after })).sellingPlanGroups);
  const found: FoundPlan[] = [];
  for (const group of groups) {
    const { id, sellingPlans, products } = Group.parse(group);
    const nodes = await collectPages(products, async (after) =>
      Products.parse(await adminGraphql<unknown>(shop, SELLING_PLAN_PRODUCTS, { id, after })).sellingPlanGroup?.products ?? none);
    for (const product of nodes.map((node) => Node.parse(node))) {
      const productId = idInGid(product.id, "Product");
      for (const plan of sellingPlans.nodes) {
        const planId = idInGid(plan.id, "SellingPlan");
        if (productId !== null && planId !== null) found.push({ productId, id: planId, name: plan.name });
      }
    }
  }
  return found;
}
