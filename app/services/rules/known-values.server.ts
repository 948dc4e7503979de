import { searchCustomerTags } from "../../data/customers/customer-tags.server";
import { searchKnownValues } from "../../data/rules/known-values.server";
import type { KnownList } from "../../domain/rules/known-values";
import type { ShopId } from "../../domain/shops/shop-id";

/** Values of a rule's list that this shop has and that hold the text, most frequent first. */
export async function suggestValues(shop: ShopId, list: KnownList, text: string): Promise<string[]> {
  return list === "customerTags" ? searchCustomerTags(shop, text) : searchKnownValues(shop, list, text);
}
