import type { ReorderRequest } from "../../../app/domain/placements/contract";
import { reorder } from "../../shared/app/account";
import { Refused } from "../../shared/app/call";
import { numberOfGid } from "../../shared/host/gid";
import type { Host, Watched } from "../../shared/host/host";
import type { CartLine } from "../../shared/host/lines";
import type { Store } from "../../shared/host/store";
import { openStore } from "../../shared/host/store";
import type { ReorderEvent, ReorderState } from "./reorder-state";
import { idleReorder, nextReorder } from "./reorder-state";

export interface OrderPage extends Host {
  lines: Watched<readonly CartLine[]>;
  authenticationState: Watched<"fully_authenticated" | "pre_authenticated">;
  requireLogin(): Promise<void>;
}

export interface OpenReorder {
  readonly state: Store<ReorderState, ReorderEvent>["state"];
  start(): Promise<void>;
}

/** Fills a checkout with the order's lines. Who opened the page by its link alone is asked to log in first. */
export function openReorder(host: OrderPage): OpenReorder {
  const { state, send } = openStore(idleReorder, nextReorder);
  const isLoggedIn = () => host.authenticationState.value === "fully_authenticated";
  return {
    state,
    async start() {
      if (host.extension.editor !== undefined || state.value.phase !== "idle") return;
      send({ type: "asked" });
      try {
        if (!isLoggedIn()) await host.requireLogin();
        if (!isLoggedIn()) throw new Refused(401);
        const request = { items: orderedItems(host.lines.value), locale: host.localization.language.value.isoCode };
        send({ type: "answered", reply: await reorder(host, request) });
      } catch (error) {
        send({ type: "failed", problem: error instanceof Refused && error.status === 401 ? "loginFirst" : "offline" });
      }
    },
  };
}

/** One item for each variant of the order. A subscription is not begun anew: its products are ordered once. */
export function orderedItems(lines: readonly CartLine[]): ReorderRequest["items"] {
  const quantities = new Map<number, number>();
  for (const { merchandise, quantity } of lines) {
    const variantId = numberOfGid(merchandise.id);
    if (variantId !== null) quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity);
  }
  return [...quantities].map(([variantId, quantity]) => ({ variantId, quantity }));
}
