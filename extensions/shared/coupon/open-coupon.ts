import { choose } from "../app/placements";
import { problemOfError } from "../app/problem";
import type { OpenBlock } from "../block/open-block";
import type { Host } from "../host/host";
import type { Store } from "../host/store";
import { openStore } from "../host/store";
import { choiceOf } from "../pick/open-pick";
import type { CouponEvent, CouponState } from "./coupon-state";
import { hiddenCoupon, nextCoupon } from "./coupon-state";

export interface OpenCoupon {
  readonly state: Store<CouponState, CouponEvent>["state"];
  reveal(): Promise<void>;
}

/** The coupon of a decision; its code is fetched when the shopper wants to see it. */
export function openCoupon(host: Host, block: OpenBlock, decisionId: string): OpenCoupon {
  const { state, send } = openStore(hiddenCoupon, nextCoupon);
  return {
    state,
    async reveal() {
      if (block.isPreview || state.value.phase !== "hidden") return;
      send({ type: "asked" });
      try {
        const reply = await choose(host, choiceOf(block, decisionId, []));
        send({ type: "answered", reply });
        if (!("refused" in reply)) block.taken();
      } catch (error) {
        send({ type: "failed", problem: problemOfError(error) });
      }
    },
  };
}
