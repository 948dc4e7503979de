import { listCollectionHandles } from "../../data/catalogue/collections.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { countPriorOrders } from "../../data/orders/order-queries.server";
import { findOrderWithLines } from "../../data/orders/order-with-lines.server";
import { listRecentOrders } from "../../data/orders/recent-orders.server";
import { readSources } from "../../data/recommendations/sources.server";
import type { ShopSnapshot } from "../../domain/decisions/decision";
import { landingPage } from "../../domain/links/landing-page";
import type { Preview, PreviewReply, PreviewRequest } from "../../domain/preview/contract";
import { decidePreview } from "../../domain/preview/decide-preview";
import type { DrawableOffer } from "../../domain/preview/preview-content";
import { placementsOwn, previewContent } from "../../domain/preview/preview-content";
import { previewedLook } from "../../domain/preview/previewed-look";
import { sampleContent } from "../../domain/preview/sample-content";
import type { PastPurchase } from "../../domain/preview/sample-facts";
import { mayFitAnotherOrder, sampleFacts } from "../../domain/preview/sample-facts";
import { compiledRule } from "../../domain/rules/compile";
import type { ShopId } from "../../domain/shops/shop-id";
import { afterOrder } from "../../domain/strategies/sources";

/** As many orders as are tried before it is said that there is nothing to draw. */
const tried = 8;

/** What an offer would look like, decided for a past order as of now. Nothing is stored, reported or counted. */
export async function previewOffer(shop: ShopId, request: PreviewRequest, now: Date): Promise<PreviewReply> {
  const { draft, placement, language } = request;
  const snapshot = await getSnapshot(shop, now);
  const look = previewedLook(snapshot?.placements, placement, language);
  const plain = { placement, language, offerName: null, look, orderId: null, meetsRule: null };
  if (!snapshot) return { ...plain, preview: { kind: "nothing", why: { code: "unfinished" } } };
  const asked = { ...request, room: placement === "post-purchase" ? 1 : (request.room ?? look?.products ?? 3) };
  if (draft !== null) {
    const read = previewContent(draft, placement);
    return read.ok ? { ...plain, ...(await drawForSome(shop, snapshot, read, asked, now)) } : { ...plain, preview: { kind: "nothing", why: read.why } };
  }
  const own = placementsOwn(snapshot.offers, placement);
  const drawn = own && (await drawForSome(shop, snapshot, own, asked, now));
  if (drawn && drawn.preview.kind !== "nothing") return { ...plain, ...drawn, offerName: own.name };
  return { ...plain, ...(await drawForSome(shop, snapshot, { content: sampleContent(snapshot, language), rule: null }, asked, now)) };
}

type Asked = PreviewRequest & { room: number };
type Drawn = Pick<PreviewReply, "preview" | "orderId" | "meetsRule">;

/** For the order that is named, else for the first of the newest that meets the rule and has something to draw, else for one that has. */
async function drawForSome(shop: ShopId, snapshot: ShopSnapshot, offer: DrawableOffer, asked: Asked, now: Date): Promise<Drawn> {
  if (asked.orderId !== null) return draw(shop, snapshot, offer, asked, now);
  let first: Drawn | null = null;
  let unmet: Drawn | null = null;
  for (const { id } of await listRecentOrders(shop, tried)) {
    const drawn = await draw(shop, snapshot, offer, { ...asked, orderId: id }, now);
    if (drawn.preview.kind === "nothing") {
      if (!mayFitAnotherOrder(drawn.preview.why)) return drawn;
      first ??= drawn;
    } else if (drawn.meetsRule === false) {
      unmet ??= drawn;
    } else {
      return drawn;
    }
  }
  return unmet ?? first ?? draw(shop, snapshot, offer, asked, now);
}

async function draw(shop: ShopId, snapshot: ShopSnapshot, { content, rule }: DrawableOffer, { placement, language, orderId, room }: Asked, now: Date): Promise<Drawn> {
  const order = orderId === null ? null : await findPurchase(shop, orderId);
  const facts = sampleFacts(order, placement, language, snapshot, now);
  const isBefore = placement === "checkout" || placement === "post-purchase";
  const [sources, collectionHandles] = await Promise.all([
    readSources(shop, { productIds: facts.lines.map(({ productId }) => productId), customerKey: facts.customerKey, now, isAfterOrder: !isBefore, room }),
    // The snapshot knows the collections of live offers alone.
    content.strategy?.kind === "collectionLink" ? listCollectionHandles(shop, [content.strategy.collectionId]) : new Map<number, string>(),
  ]);
  const request = { placement, facts, gift: null, room };
  const preview = decidePreview({ ...snapshot, collectionHandles }, content, request, { sources: isBefore ? sources : afterOrder(sources) }, now);
  const truth = rule === null || order === null ? "unknown" : compiledRule(rule)(facts, null).truth;
  return { preview: behindLink(preview, placement, language), orderId: order && orderId, meetsRule: truth === "unknown" ? null : truth === "met" };
}

async function findPurchase(shop: ShopId, orderId: number): Promise<PastPurchase | null> {
  const order = await findOrderWithLines(shop, orderId);
  if (!order) return null;
  const { customerKey } = order;
  return { ...order, priorOrders: customerKey === null ? null : await countPriorOrders(shop, customerKey, order.processedAt) };
}

/** In e-mails and on paper stands a link: what is drawn is the page that it opens, without the theme around it. */
function behindLink(preview: Preview, placement: PreviewRequest["placement"], language: PreviewRequest["language"]): Preview {
  if (preview.kind !== "block" || (placement !== "e-mail" && placement !== "receipt")) return preview;
  const html = landingPage({ state: { kind: "offer", block: preview.block, decisionId: "preview" }, language, codeAction: ".", mayOptOut: true });
  // The theme's own variable: there is no theme here.
  return { kind: "html", html: html.replaceAll("{{ shop.url }}", "") };
}
