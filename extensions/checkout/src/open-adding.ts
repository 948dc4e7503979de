import type { BlockProduct } from "../../../app/domain/placements/contract";
import { choose } from "../../shared/app/placements";
import { problemOfError, problemOfRefusal } from "../../shared/app/problem";
import type { OpenBlock } from "../../shared/block/open-block";
import type { Host } from "../../shared/host/host";
import type { Store } from "../../shared/host/store";
import { openStore } from "../../shared/host/store";
import { choiceOf } from "../../shared/pick/open-pick";
import type { Option } from "../../shared/products/option";
import type { AddingEvent, AddingState } from "./adding-state";
import { nextAdding, openAdding as openState } from "./adding-state";
import type { Cart } from "./cart";
import { addToCart } from "./cart";

export interface OpenAdding extends Store<AddingState, AddingEvent> {
  add(option: Option): Promise<void>;
}

/** Adds products of a decision to the cart: the app signs what was chosen, Shopify applies it. */
export function openAdding(host: Host & Cart, block: OpenBlock, decisionId: string, products: readonly BlockProduct[]): OpenAdding {
  const { state, send } = openStore(openState(products), nextAdding);
  const outcomeOf = async ({ variant, quantity }: Option) => {
    if (!host.instructions.value.lines.canAddCartLine) return "closed";
    const reply = await choose(host, choiceOf(block, decisionId, [{ variantId: variant.variantId, quantity }]));
    if ("refused" in reply) return problemOfRefusal(reply.refused);
    return reply.kind === "items" ? addToCart(host, reply) : "gone";
  };
  return {
    state,
    send,
    async add(option) {
      const { productId } = option.product;
      if (block.isPreview || state.value.adding !== null) return;
      send({ type: "asked", productId });
      send({ type: "ended", productId, outcome: await outcomeOf(option).catch(problemOfError) });
    },
  };
}
