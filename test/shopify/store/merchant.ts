import type { PlanName, Shop } from "./model";
import { defineCommand } from "./store";

/** What a merchant did with a target's blocks in the checkout editor: hidden them, or changed their settings. */
export interface BlockPlacement {
  shown: boolean;
  settings: Record<string, string | number | boolean>;
}

/** What carts refuse to extensions, as with some wallets, B2B terms or other apps. */
export interface CartRefusals {
  addLine: boolean;
  updateLine: boolean;
  removeLine: boolean;
  discountCodes: boolean;
  /** Changes are allowed by the instructions and fail all the same, with this message. */
  failure: string | null;
}

export type NotificationKind = "orderConfirmation" | "packingSlip";

/** A Flow trigger that an app sent. */
export interface FlowEvent {
  readonly at: number;
  readonly handle: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Everything that a merchant set up in the admin around the app. */
export interface MerchantChoices {
  blocks: Record<string, BlockPlacement>;
  /** Theme blocks that the merchant took out of the theme, by handle. */
  hiddenThemeBlocks: string[];
  cartRefusals: CartRefusals;
  /** Liquid that the merchant pasted into a notification. */
  notifications: Record<NotificationKind, string>;
  flowEvents: FlowEvent[];
}

export function noChoices(): MerchantChoices {
  return {
    blocks: {},
    hiddenThemeBlocks: [],
    cartRefusals: { addLine: false, updateLine: false, removeLine: false, discountCodes: false, failure: null },
    notifications: { orderConfirmation: "", packingSlip: "" },
    flowEvents: [],
  };
}

/** How a target's blocks stand in a shop: every installed extension is placed until a merchant hides it. */
export function placementOf(shop: Shop, target: string): BlockPlacement {
  return shop.merchant.blocks[target] ?? { shown: true, settings: {} };
}

/** Whether Shopify offers a target on a plan: the steps of checkout are Plus only. */
export function isOfferedOn(plan: PlanName, target: string): boolean {
  return !target.startsWith("purchase.checkout.") || plan === "plus";
}

/** Hides or shows a target's blocks, and changes what the merchant set for them; what is not named stays. */
export const placeBlock = defineCommand("placeBlock", ({ store }, args: { shop: string; target: string; shown?: boolean; settings?: BlockPlacement["settings"] }): BlockPlacement => {
  const shop = store.getShop(args.shop);
  const now = placementOf(shop, args.target);
  const placement = { shown: args.shown ?? now.shown, settings: args.settings ?? now.settings };
  shop.merchant.blocks[args.target] = placement;
  return placement;
});

/** Takes a theme block out of the theme or puts it back. */
export const placeThemeBlock = defineCommand("placeThemeBlock", ({ store }, args: { shop: string; block: string; shown: boolean }): void => {
  const { merchant } = store.getShop(args.shop);
  const others = merchant.hiddenThemeBlocks.filter((block) => block !== args.block);
  merchant.hiddenThemeBlocks = args.shown ? others : [...others, args.block];
});

/** Changes what the shop's carts refuse; what is not named stays. */
export const refuseCartChanges = defineCommand("refuseCartChanges", ({ store }, { shop: domain, ...change }: { shop: string } & Partial<CartRefusals>): CartRefusals => {
  const { merchant } = store.getShop(domain);
  merchant.cartRefusals = { ...merchant.cartRefusals, ...change };
  return merchant.cartRefusals;
});

/** Pastes Liquid into a notification; "" empties it. */
export const editNotification = defineCommand("editNotification", ({ store }, args: { shop: string; kind: NotificationKind; liquid: string }): void => {
  store.getShop(args.shop).merchant.notifications[args.kind] = args.liquid;
});

/** Notes a Flow trigger that the app sent. */
export const receiveFlowTrigger = defineCommand("receiveFlowTrigger", ({ store, at }, args: { shop: string; handle: string; payload: Record<string, unknown> }): void => {
  store.getShop(args.shop).merchant.flowEvents.push({ at, handle: args.handle, payload: args.payload });
});

export const MERCHANT_COMMANDS = [placeBlock, placeThemeBlock, refuseCartChanges, editNotification, receiveFlowTrigger];
