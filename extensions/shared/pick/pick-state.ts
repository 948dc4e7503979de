import type { BlockProduct, ChoiceReply } from "../../../app/domain/placements/contract";
import type { Problem } from "../app/problem";
import { problemOfRefusal } from "../app/problem";
import type { Option, OptionEvent } from "../products/option";
import { nextOptions, openOptions } from "../products/option";

/** Products of which the shopper picks some, to go on to a checkout of their own. */
export interface PickState {
  readonly options: readonly Option[];
  /** Product ids. Nothing is picked to begin with. */
  readonly picked: readonly number[];
  readonly phase: "picking" | "asking" | "ready";
  /** Where a checkout with the picked products waits; only while `ready`. */
  readonly checkoutUrl: string | null;
  readonly problem: Problem | null;
}

export type PickEvent =
  | OptionEvent
  | { type: "toggled"; productId: number }
  | { type: "asked" }
  | { type: "answered"; reply: ChoiceReply }
  | { type: "failed"; problem: Problem };

export function openPick(products: readonly BlockProduct[]): PickState {
  return { options: openOptions(products), picked: [], phase: "picking", checkoutUrl: null, problem: null };
}

/** What the picks become. While the app is asked nothing can be changed; a change afterwards needs a new checkout. */
export function nextPick(state: PickState, event: PickEvent): PickState {
  switch (event.type) {
    case "variantChosen":
    case "quantityChosen": {
      if (state.phase === "asking") return state;
      const options = nextOptions(state.options, event);
      return options === state.options ? state : { ...state, ...backToPicking, options };
    }
    case "toggled":
      if (state.phase === "asking" || !state.options.some(({ product }) => product.productId === event.productId)) return state;
      return { ...state, ...backToPicking, picked: toggle(state.picked, event.productId) };
    case "asked":
      return state.phase === "picking" && state.picked.length > 0 ? { ...state, phase: "asking", problem: null } : state;
    case "answered":
      if (state.phase !== "asking") return state;
      if ("refused" in event.reply) return { ...state, phase: "picking", problem: problemOfRefusal(event.reply.refused) };
      if (event.reply.kind !== "items") return { ...state, phase: "picking", problem: "gone" };
      return { ...state, phase: "ready", checkoutUrl: event.reply.checkoutUrl };
    case "failed":
      return state.phase === "asking" ? { ...state, phase: "picking", problem: event.problem } : state;
  }
}

/** What the app is asked for. */
export function pickedItems({ options, picked }: PickState): { variantId: number; quantity: number }[] {
  return options
    .filter(({ product }) => picked.includes(product.productId))
    .map(({ variant, quantity }) => ({ variantId: variant.variantId, quantity }));
}

const backToPicking = { phase: "picking", checkoutUrl: null, problem: null } as const;

function toggle(picked: readonly number[], productId: number): readonly number[] {
  return picked.includes(productId) ? picked.filter((id) => id !== productId) : [...picked, productId];
}
