import { listCollectionHandles } from "../../data/catalogue/collections.server";
import { getSnapshot } from "../../data/decisions/snapshot.server";
import { countPriorOrders } from "../../data/orders/order-queries.server";
import { findOrderWithLines } from "../../data/orders/order-with-lines.server";
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
import { sampleFacts } from "../../domain/preview/sample-facts";
import { compiledRule } from "../../domain/rules/compile";
import type { ShopId } from "../../domain/shops/shop-id";
import { afterOrder } from "../../domain/strategies/sources";

/** What an offer would look like, decided for a past order as of now. Nothing is stored, reported or counted. */
export async function previewOffer(shop: ShopId, request: PreviewRequest, now: Date): Promise<PreviewReply> {
  const { draft, placement, language } = request;
  const snapshot = await getSnapshot(shop, now);
  const look = previewedLook(snapshot?.placements, placement, language);
  const asked = { ...request, room: placement === "post-purchase" ? 1 : (request.room ?? look?.products ?? 3) };
  const plain = { placement, language, offerName: null, look, meetsRule: null };
  if (!snapshot) return { ...plain, preview: { kind: "nothing", why: { code: "unfinished" } } };
  if (draft === null) {
    const own = placementsOwn(snapshot.offers, placement);
    const drawn = own && { ...plain, ...(await draw(shop, snapshot, own, asked, now)), offerName: own.name };
    if (drawn && drawn.preview.kind !== "nothing") return drawn;
    return { ...plain, ...(await draw(shop, snapshot, { content: sampleContent(snapshot, language), rule: null }, asked, now)) };
  }
  const read = previewContent(draft, placement);
  return read.ok ? { ...plain, ...(await draw(shop, snapshot, read, asked, now)) } : { ...plain, preview: { kind: "nothing", why: read.why } };
}

type Asked = PreviewRequest & { room: number };

async function draw(shop: ShopId, snapshot: ShopSnapshot, { content, rule }: DrawableOffer, { placement, language, orderId, room }: Asked, now: Date): Promise<Pick<PreviewReply, "preview" | "meetsRule">> {
  const order = await findPurchase(shop, orderId);
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
  return { preview: behindLink(preview, placement, language), meetsRule: truth === "unknown" ? null : truth === "met" };
}

async function findPurchase(shop: ShopId, orderId: number | null): Promise<PastPurchase | null> {
  const order = orderId === null ? null : await findOrderWithLines(shop, orderId);
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
