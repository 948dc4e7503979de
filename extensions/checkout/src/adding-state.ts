import type { BlockProduct } from "../../../app/domain/placements/contract";
import type { Problem } from "../../shared/app/problem";
import type { Option, OptionEvent } from "../../shared/products/option";
import { nextOptions, openOptions } from "../../shared/products/option";
import type { CartOutcome } from "./cart";

/** Why a product did not get into the cart as it was offered. Each is a text's key. */
export type AddingProblem = Problem | Exclude<CartOutcome, "added">;

export interface AddingState {
  readonly options: readonly Option[];
  /** The product on its way into the cart; one at a time, because each change of a cart starts from the last. */
  readonly adding: number | null;
  readonly added: readonly number[];
  readonly problem: { readonly productId: number; readonly cause: AddingProblem } | null;
}

export type AddingEvent =
  | OptionEvent
  | { type: "asked"; productId: number }
  | { type: "ended"; productId: number; outcome: "added" | AddingProblem };

export function openAdding(products: readonly BlockProduct[]): AddingState {
  return { options: openOptions(products), adding: null, added: [], problem: null };
}

/** What becomes of the products on offer; one that is in the cart is not added twice. */
export function nextAdding(state: AddingState, event: AddingEvent): AddingState {
  switch (event.type) {
    case "variantChosen":
    case "quantityChosen": {
      if (state.adding !== null || state.added.includes(event.productId)) return state;
      const options = nextOptions(state.options, event);
      return options === state.options ? state : { ...state, options, problem: null };
    }
    case "asked":
      if (state.adding !== null || state.added.includes(event.productId)) return state;
      return { ...state, adding: event.productId, problem: null };
    case "ended": {
      const { productId, outcome } = event;
      if (state.adding !== productId) return state;
      const isIn = outcome === "added" || outcome === "fullPrice";
      return {
        ...state,
        adding: null,
        added: isIn ? [...state.added, productId] : state.added,
        problem: outcome === "added" ? null : { productId, cause: outcome },
      };
    }
  }
}
