import { askForBoughtProducts, reorder } from "../../shared/app/account";
import type { Host } from "../../shared/host/host";
import type { Store } from "../../shared/host/store";
import { openStore } from "../../shared/host/store";
import type { OpenPreferences } from "../../shared/preferences/open-preferences";
import { openPreferences } from "../../shared/preferences/open-preferences";
import type { PageEvent, PageState } from "./page-state";
import { chosenItems, loadingPage, nextPage } from "./page-state";
import type { RowEvent } from "./row";

const PAGE = 20;
/** While the shopper is still choosing, only the last choice is worth a checkout. */
const CHOICE_MS = 400;

export interface OpenPage {
  readonly state: Store<PageState, PageEvent>["state"];
  readonly preferences: OpenPreferences;
  load(): Promise<void>;
  more(): Promise<void>;
  retry(): Promise<void>;
  change(productId: number, change: RowEvent): void;
  /** Asks once more for a checkout that could not be filled. */
  prepareAgain(): void;
}

/** Everything the customer bought before, and the checkout for what they choose of it: filled beforehand, so that one click opens it. */
export function openPage(host: Host): OpenPage {
  const { state, send } = openStore(loadingPage, nextPage);
  const preferences = openPreferences(host);
  const locale = host.localization.language.value.isoCode;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const load = async (cursor?: string) => {
    try {
      const reply = await askForBoughtProducts(host, { limit: PAGE, locale, ...(cursor === undefined ? {} : { cursor }) });
      send({ type: "loaded", reply });
      preferences.loaded(reply.isOptedOut);
    } catch {
      send({ type: "notLoaded" });
    }
  };
  const prepare = async () => {
    const { choice, rows } = state.value;
    try {
      send({ type: "checkoutAnswered", choice, reply: await reorder(host, { items: chosenItems(rows), locale }) });
    } catch {
      send({ type: "checkoutFailed", choice });
    }
  };
  const prepareSoon = () => {
    clearTimeout(timer);
    if (state.value.checkout.phase === "preparing") timer = setTimeout(() => void prepare(), CHOICE_MS);
  };
  return {
    state,
    preferences,
    load,
    async more() {
      const before = state.value;
      send({ type: "moreAsked" });
      if (state.value !== before && state.value.nextCursor !== null) await load(state.value.nextCursor);
    },
    async retry() {
      send({ type: "retried" });
      if (state.value.phase === "loading") await load();
    },
    change(productId, change) {
      const { choice } = state.value;
      send({ type: "rowChanged", productId, change });
      if (state.value.choice !== choice) prepareSoon();
    },
    prepareAgain() {
      send({ type: "checkoutAsked" });
      prepareSoon();
    },
  };
}
