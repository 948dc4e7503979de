import type { AddedLine } from "../../domain/ledger/match-lines";
import { idInGid } from "../../domain/shops/gid";
import type { ShopId } from "../../domain/shops/shop-id";
import { env } from "../../env.server";
import { adminGraphql } from "../shops/admin-client.server";
import { AGREEMENT_SALES, ORDER_AGREEMENTS } from "./agreements.operations";

interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

interface Sale {
  actionType: string;
  quantity: number | null;
  lineItem?: { id: string; variant: { id: string } | null };
}

interface Sales {
  nodes: Sale[];
  pageInfo: PageInfo;
}

interface Agreement {
  __typename: string;
  happenedAt: string;
  app: { apiKey: string } | null;
  sales: Sales;
}

interface AgreementsPage {
  order: { agreements: { edges: Array<{ cursor: string; node: Agreement }>; pageInfo: PageInfo } } | null;
}

interface SalesPage {
  order: { agreements: { nodes: Array<{ sales: Sales }> } } | null;
}

/** The lines that this app's edits added to an order, oldest edit first, as Shopify holds them; empty for an unknown order. */
export async function listAddedLines(shop: ShopId, orderId: number): Promise<AddedLine[]> {
  const id = `gid://shopify/Order/${String(orderId)}`;
  const lines: AddedLine[] = [];
  let after: string | null = null;
  /** The place of the agreement before. */
  let following: string | null = null;
  do {
    const page: AgreementsPage = await adminGraphql<AgreementsPage>(shop, ORDER_AGREEMENTS, { id, after });
    if (!page.order) return [];
    const { edges, pageInfo } = page.order.agreements;
    for (const { cursor, node } of edges) {
      if (isOwnEdit(node)) lines.push(...linesOf(node.happenedAt, [...node.sales.nodes, ...await furtherSales(shop, { id, following }, node.sales.pageInfo)]));
      following = cursor;
    }
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return lines;
}

/** The sales of an agreement from a page's end on. */
async function furtherSales(shop: ShopId, agreement: { id: string; following: string | null }, from: PageInfo): Promise<Sale[]> {
  const sales: Sale[] = [];
  let { hasNextPage, endCursor: after } = from;
  while (hasNextPage) {
    const page: SalesPage = await adminGraphql<SalesPage>(shop, AGREEMENT_SALES, { ...agreement, after });
    const found: Sales | undefined = page.order?.agreements.nodes[0]?.sales;
    if (!found) break;
    sales.push(...found.nodes);
    ({ hasNextPage, endCursor: after } = found.pageInfo);
  }
  return sales;
}

function isOwnEdit({ __typename, app }: Agreement): boolean {
  return __typename === "OrderEditAgreement" && app?.apiKey === env.SHOPIFY_API_KEY;
}

function linesOf(happenedAt: string, sales: readonly Sale[]): AddedLine[] {
  return sales.flatMap(({ actionType, quantity, lineItem }) => {
    const lineId = lineItem && idInGid(lineItem.id, "LineItem");
    if (!lineId || actionType !== "ORDER" || !quantity || quantity < 1) return [];
    const variantId = lineItem.variant && idInGid(lineItem.variant.id, "ProductVariant");
    return [{ lineId, variantId, quantity, addedAt: new Date(happenedAt) }];
  });
}
