/** What the app and its previews say to each other. Types only: the document that draws them takes nothing else of the app. */
import type { PresentedOffer } from "../decisions/contract";
import type { ProductReason } from "../decisions/decision";
import type { Placement } from "../offers/placement";
import type { BlockWord } from "../placements/block-words";
import type { Block, BlockPlacement } from "../placements/contract";
import type { ShopperLanguage } from "../placements/shopper-language";
import type { OfferStrategy } from "../strategies/strategy";

/** Where offers are drawn; the block on product pages takes none. */
export type PreviewedPlacement = Exclude<Placement, "product-page">;

/** What is asked while something is being typed. */
export interface PreviewRequest {
  /** As typed; null for the placement's own: its first live offer, or else a sample. */
  draft: unknown;
  placement: PreviewedPlacement;
  language: ShopperLanguage;
  /** One of the shop's own orders; null for one of the newest for which there is something to draw. */
  orderId: number | null;
  /** How many products there is room for, 1 to 6; null for what is saved. */
  room: number | null;
}

/** Why there is nothing to draw. */
export type NothingToPreview =
  /** The strategy is not filled in. */
  | { code: "unfinished" }
  | { code: "noProducts" }
  /** Not imported yet, or nothing is for sale. */
  | { code: "emptyCatalogue" }
  /** Why each product that came up cannot be offered for this order. */
  | { code: "refused"; products: { title: string; reason: ProductReason["code"] }[] }
  | { code: "nothingFound"; strategy: OfferStrategy["kind"] }
  | { code: "notForPlacement"; strategy: OfferStrategy["kind"] }
  /** The post-purchase page is left out, and the confirmation thanks. */
  | { code: "thanked" }
  /** A downsell answers a decline, and no offer comes before it. */
  | { code: "noFirstOffer" }
  | { code: "otherCurrency" };

export type Preview =
  | { kind: "page"; offer: PresentedOffer }
  | { kind: "block"; block: Block }
  /** The page behind a link, as HTML of the app's own making. */
  | { kind: "html"; html: string }
  | { kind: "nothing"; why: NothingToPreview };

export interface PreviewReply {
  /** As asked. */
  placement: PreviewedPlacement;
  language: ShopperLanguage;
  preview: Preview;
  /** The order that it was drawn for; null where the shop has none. */
  orderId: number | null;
  /** The live offer that is drawn, by its name for staff; null for a draft or a sample. */
  offerName: string | null;
  /** How the placement is set; null where it has nothing to set. */
  look: PreviewedBlockSettings | null;
  /** Whether the order meets the offer's rule, which a preview does not ask; null where that cannot be said. */
  meetsRule: boolean | null;
}

/** An order to draw previews for: nothing in it says whose it is. */
export interface SampleOrder {
  id: number;
  name: string;
  /** ISO 8601 */
  processedAt: string;
  totalMinor: number;
  currency: string;
  /** Of the first lines. */
  titles: string[];
  lines: number;
}

/** How a block is set while it is edited. */
export interface PreviewedBlockSettings {
  heading: string | null;
  products: number;
  layout: "list" | "grid";
  /** The shop's own words of buttons, in the language that is drawn. */
  words: Partial<Record<BlockWord, string>>;
}

/** What the document is sent; it answers `FrameNews`. */
export type FrameContent =
  | { view: "post-purchase"; language: ShopperLanguage; offer: PresentedOffer }
  | { view: BlockPlacement; language: ShopperLanguage; currency: string; block: Block; settings: PreviewedBlockSettings };

/** `ready`: it can be sent something. `failed`: what it was sent could not be drawn. */
export interface FrameNews { encorePreview: "ready" | "drawn" | "failed" }
