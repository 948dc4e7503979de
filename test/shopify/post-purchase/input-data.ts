import type { AppIdentity } from "../app/app-identity";
import { formatFixed } from "../store/money";
import type { Metafield, Order, Shop } from "../store/model";
import { originalTotals, lineNet } from "../store/totals";
import { listMetafields } from "../store/metafields";
import { issuePostPurchaseToken } from "../tokens/issue-tokens";
import { gid } from "../store/ids";
import type { InputData } from "./contract";

interface Purchase {
  readonly shop: Shop;
  readonly order: Order;
  readonly referenceId: string;
}

/** The input of a post-purchase extension, as typed by Shopify's package, with the token that vouches for it. */
export function buildInputData(
  app: AppIdentity,
  { shop, order, referenceId }: Purchase,
  extensionPoint: "Checkout::PostPurchase::ShouldRender" | "Checkout::PostPurchase::Render",
  now: number,
): InputData {
  const money = (amount: number) => {
    const value = { amount: formatFixed(amount, order.currency), currencyCode: order.currency };
    return { shopMoney: value, presentmentMoney: value };
  };
  const metafields = (owner: "Product" | "ProductVariant" | "Shop", id: number) => listMetafields(shop, gid(owner, id)).map(publicMetafield);
  const bought = order.lines.filter(({ editId }) => editId === 0);
  const inputData: Omit<InputData, "token"> = {
    extensionPoint,
    initialPurchase: {
      referenceId,
      ...(order.customerId === null ? {} : { customerId: String(order.customerId) }),
      destinationCountryCode: order.countryCode,
      totalPriceSet: money(originalTotals(order).total),
      lineItems: bought.map((line) => ({
        product: {
          id: line.productId,
          title: line.title,
          variant: { id: line.variantId, title: line.variantTitle, metafields: metafields("ProductVariant", line.variantId) },
          metafields: metafields("Product", line.productId),
        },
        quantity: line.quantity,
        totalPriceSet: money(lineNet(line)),
      })),
    },
    locale: order.locale,
    shop: { id: shop.id, domain: shop.domain, metafields: metafields("Shop", shop.id) },
    version: "unstable",
  };
  return { ...inputData, token: issuePostPurchaseToken(app, now, referenceId, inputData) };
}

function publicMetafield({ namespace, key, type, value }: Metafield): InputData["shop"]["metafields"][number] {
  const valueType = type === "json" ? "json_string" : type.startsWith("number_integer") ? "integer" : "string";
  return { namespace, key, valueType, value: valueType === "integer" ? Number(value) : value };
}
