import type { AddedLine } from "../../domain/ledger/match-lines";
import { idInGid } from "../../domain/shops/gid";
import type { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";
import { adminGraphql } from "../shops/admin-client.server";
import { ORDER_AGREEMENTS } from "./agreements.operations";

interface Page {
  order: {
    agreements: {
      nodes: Array<{
        __typename: string;
        happenedAt: string;
        app: { apiKey: string } | null;
        sales: {
          nodes: Array<{ actionType: string; quantity: number | null; lineItem?: { id: string; variant: { id: string } | null } }>;
        };
      }>;
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  } | null;
}

/** The lines that this app's edits added to an order, oldest edit first, as Shopify holds them; empty for an unknown order. */
export async function listAddedLines(shop: ShopId, orderId: number): Promise<AddedLine[]> {
  const lines: AddedLine[] = [];
  let after: string | null = null;
  do {
    const page: Page = await adminGraphql<Page>(shop, ORDER_AGREEMENTS, { id: `gid://shopify/Order/${String(orderId)}`, after });
    if (!page.order) return [];
    const { nodes, pageInfo } = page.order.agreements;
    lines.push(...nodes.filter(isOwnEdit).flatMap(linesOf));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return lines;
}

type Agreement = NonNullable<Page["order"]>["agreements"]["nodes"][number];

function isOwnEdit({ __typename, app }: Agreement): boolean {
  return __typename === "OrderEditAgreement" && app?.apiKey === env.SHOPIFY_API_KEY;
}

function linesOf({ happenedAt, sales }: Agreement): AddedLine[] {
  return sales.nodes.flatMap(({ actionType, quantity, lineItem }) => {
    const lineId = lineItem && idInGid(lineItem.id, "LineItem");
    if (!lineId || actionType !== "ORDER" || !quantity || quantity < 1) return [];
    const variantId = lineItem.variant && idInGid(lineItem.variant.id, "ProductVariant");
    return [{ lineId, variantId, quantity, addedAt: new Date(happenedAt) }];
  });
}
