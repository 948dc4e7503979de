/* eslint-disable @typescript-eslint/no-floating-promises -- The host takes what is sent to it in order; no update is waited for. */
import type { ArgumentsForExtension } from "@shopify/post-purchase-ui-extensions";
import { TextBlock, VisuallyHidden } from "@shopify/post-purchase-ui-extensions";
import type { PageState } from "../page-state";
import type { Texts } from "../texts/texts";

type RenderArguments = ArgumentsForExtension<"Checkout::PostPurchase::Render">;
export type Root = RenderArguments[0];
export type RenderApi = RenderArguments[1];
export type Node = Extract<Root["children"][number], { updateProps: unknown }>;
type Parent = Pick<Node, "children" | "appendChild" | "removeChild">;

/** One piece of the page: its component, and what brings it to a state. */
export interface Part {
  readonly node: Node;
  show(state: PageState): void;
}

/** What every piece needs to build itself and to speak to the shopper. */
export interface Surroundings {
  readonly root: Root;
  readonly texts: Texts;
  /** Minor units in the shopper's own writing. */
  money: (minor: number) => string;
}

/** What the shopper can do. */
export interface Actions {
  chooseVariant: (variantId: number) => void;
  chooseQuantity: (quantity: number) => void;
  accept: () => void;
  decline: () => void;
  leave: () => void;
}

/** Gives `parent` exactly these children; what stands right already is left alone, so that nothing loses the focus. */
export function fill(parent: Parent, wanted: readonly Node[]): void {
  const same = parent.children.length === wanted.length && wanted.every((child, index) => parent.children[index] === child);
  if (same) return;
  for (const child of parent.children.slice()) parent.removeChild(child);
  for (const child of wanted) parent.appendChild(child);
}

/** Text for screen readers alone. */
export function spoken(root: Root, text: string): Node {
  const hidden = root.createComponent(VisuallyHidden);
  hidden.appendChild(root.createComponent(TextBlock, {}, text));
  return hidden;
}
