import type { BoughtProductsReply, ReorderReply, ReorderRequest } from "../../../app/domain/placements/contract";
import type { Currency } from "../../shared/host/money";
import type { Words } from "../../shared/host/texts";
import type { ReorderProblem } from "../../shared/reorder/reorder-problem";
import { problemOfReorder } from "../../shared/reorder/reorder-problem";
import type { Row, RowEvent } from "./row";
import { nextRow, openRow } from "./row";

export interface PageState {
  readonly phase: "loading" | "notLoaded" | "shown";
  readonly rows: readonly Row[];
  readonly currency: Currency;
  /** The shop's own, which the answer brings. */
  readonly words: Words;
  /** Null when everything is listed. */
  readonly nextCursor: string | null;
  readonly more: "idle" | "loading" | "failed";
  /** Counts the choices; a checkout that was filled for an earlier one is not shown. */
  readonly choice: number;
  readonly checkout: Checkout;
}

export type Checkout =
  | { phase: "none" }
  | { phase: "preparing" }
  /** `left`: the names of products that cannot be had after all. */
  | { phase: "ready"; url: string; left: readonly string[] }
  | { phase: "failed"; problem: ReorderProblem };

export type PageEvent =
  | { type: "loaded"; reply: BoughtProductsReply }
  | { type: "notLoaded" }
  | { type: "retried" }
  | { type: "moreAsked" }
  | { type: "rowChanged"; productId: number; change: RowEvent }
  | { type: "checkoutAsked" }
  | { type: "checkoutAnswered"; choice: number; reply: ReorderReply }
  | { type: "checkoutFailed"; choice: number };

export const loadingPage: PageState = {
  phase: "loading",
  rows: [],
  currency: { currency: "XXX", currencyExponent: 2 },
  words: {},
  nextCursor: null,
  more: "idle",
  choice: 0,
  checkout: { phase: "none" },
};

/** What the page becomes. Whatever is chosen has a checkout of its own, made anew with each choice. */
export function nextPage(state: PageState, event: PageEvent): PageState {
  switch (event.type) {
    case "loaded":
      return withProducts(state, event.reply);
    case "notLoaded":
      return state.phase === "shown" ? { ...state, more: "failed" } : { ...state, phase: "notLoaded" };
    case "retried":
      return state.phase === "notLoaded" ? { ...state, phase: "loading" } : state;
    case "moreAsked":
      return state.nextCursor !== null && state.more !== "loading" ? { ...state, more: "loading" } : state;
    case "rowChanged":
      return withRow(state, event.productId, event.change);
    case "checkoutAsked":
      return state.checkout.phase === "failed" ? { ...state, checkout: { phase: "preparing" } } : state;
    case "checkoutAnswered":
      if (event.choice !== state.choice || state.checkout.phase !== "preparing") return state;
      return { ...state, checkout: checkoutOf(state, event.reply) };
    case "checkoutFailed":
      if (event.choice !== state.choice || state.checkout.phase !== "preparing") return state;
      return { ...state, checkout: { phase: "failed", problem: "offline" } };
  }
}

/** What the app is asked to fill a checkout with. */
export function chosenItems(rows: readonly Row[]): ReorderRequest["items"] {
  return rows.flatMap(({ isChosen, variant, quantity }) => (isChosen && variant ? [{ variantId: variant.variantId, quantity }] : []));
}

/** A page that comes twice (a tap too many, a retry) adds nothing twice. */
function withProducts(state: PageState, { products, nextCursor, currency, currencyExponent, words = {} }: BoughtProductsReply): PageState {
  const known = new Set(state.rows.map(({ bought }) => bought.productId));
  const added = products.filter(({ productId }) => !known.has(productId)).map(openRow);
  return { ...state, phase: "shown", rows: [...state.rows, ...added], nextCursor, more: "idle", currency: { currency, currencyExponent }, words };
}

function withRow(state: PageState, productId: number, change: RowEvent): PageState {
  let isOrderChanged = false;
  let isChanged = false;
  const rows = state.rows.map((row) => {
    if (row.bought.productId !== productId) return row;
    const next = nextRow(row, change);
    isChanged ||= next !== row;
    isOrderChanged ||= next !== row && (next.isChosen || row.isChosen);
    return next;
  });
  if (!isChanged) return state;
  if (!isOrderChanged) return { ...state, rows };
  const checkout = rows.some(({ isChosen }) => isChosen) ? ({ phase: "preparing" } as const) : ({ phase: "none" } as const);
  return { ...state, rows, choice: state.choice + 1, checkout };
}

function checkoutOf({ rows }: PageState, reply: ReorderReply): Checkout {
  if ("refused" in reply) return { phase: "failed", problem: problemOfReorder(reply) };
  const left = rows.filter(({ isChosen, variant }) => isChosen && variant && reply.unavailable.includes(variant.variantId));
  return { phase: "ready", url: reply.checkoutUrl, left: left.map(({ bought, offered }) => offered?.title ?? bought.title) };
}
