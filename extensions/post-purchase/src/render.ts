import type { DecisionReply } from "../../../app/domain/decisions/contract";
import type { AppClient } from "./app-client";
import { appClient, isDecision } from "./app-client";
import type { PageEvent, PageState } from "./page-state";
import { nextPage, openPage } from "./page-state";
import { makePurchase } from "./purchase";
import { changesFor, quoteFrom } from "./quote";
import { textsFor } from "./texts/texts";
import { buildPage } from "./view/page";
import type { RenderApi, Root } from "./view/part";

/** A shopper who turns a wheel of options asks for one calculation, not for one an option. */
const DEBOUNCE_MS = 250;
/** The longest that a report may hold the shopper up. */
const REPORT_WAIT_MS = 400;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Shows the offer that ShouldRender stored; without one it goes on to the confirmation. */
export function render(root: Root, api: RenderApi): void {
  void open(root, api).catch(() => api.done());
}

async function open(root: Root, api: RenderApi): Promise<void> {
  const client = appClient(api.inputData.token);
  const stored = api.storage.initialData;
  const decision = isDecision(stored) ? stored : await client.decide();
  if (!decision.render) return api.done();
  await showOffer(root, api, client, decision, true);
}

type Offered = Extract<DecisionReply, { render: true }>;

/** Puts the offer in the place of whatever stood there. */
async function showOffer(root: Root, api: RenderApi, client: AppClient, decision: Offered, isFirst: boolean): Promise<void> {
  runPage(root, api, client, decision, isFirst);
  await root.mount();
  await client.reportImpression({ decisionId: decision.decisionId });
}

function runPage(root: Root, api: RenderApi, client: AppClient, { decisionId, offer }: Offered, isFirst: boolean): void {
  const [variant] = offer.variants;
  if (!variant) throw new Error("An offer without variants");

  let state = openPage(offer, variant);
  const locale = api.inputData.locale;
  const show = buildPage(root, state, textsFor(locale), locale, {
    chooseVariant: (variantId) => choose({ type: "variantChosen", variantId }),
    chooseQuantity: (quantity) => choose({ type: "quantityChosen", quantity }),
    accept: () => void accept(),
    decline: () => void decline(),
    leave: () => void leave(),
  });
  void calculate(state);

  /** True when the event changed anything. */
  function dispatch(event: PageEvent): boolean {
    const before = state;
    state = nextPage(state, event);
    if (state === before) return false;
    show(state);
    return true;
  }

  function choose(event: PageEvent): void {
    if (!dispatch(event)) {
      // The host shows what was picked; it has to be taken back.
      show(state);
      return;
    }
    const asked = state;
    setTimeout(() => asked.calculation === state.calculation && void calculate(asked), DEBOUNCE_MS);
  }

  async function calculate({ calculation, variant: chosen, quantity }: PageState): Promise<void> {
    try {
      const result = await api.calculateChangeset({ changes: changesFor(offer, chosen.variantId, quantity) });
      const quote = result.calculatedPurchase && quoteFrom(result.calculatedPurchase, chosen, quantity, offer.currencyExponent);
      if (quote) dispatch({ type: "calculated", calculation, quote });
      else dispatch({ type: "notCalculated", calculation, cause: (result.errors[0] && result.errors[0].code) || "noTotal" });
    } catch {
      dispatch({ type: "notCalculated", calculation, cause: "noTotal" });
    }
  }

  async function accept(): Promise<void> {
    if (!dispatch({ type: "accepted" })) return;
    const { variant: chosen, quantity } = state;
    const purchase = await makePurchase({
      sign: () => client.sign({ decisionId, offerId: offer.offerId, variantId: chosen.variantId, quantity }),
      apply: (token) => api.applyChangeset(token),
      pause,
    });
    const reported = purchase.report && client.reportOutcome(Object.assign({ decisionId }, purchase.report));
    if (purchase.kind === "problem") return void dispatch({ type: "failed", cause: purchase.cause });
    await Promise.race([reported, pause(REPORT_WAIT_MS)]);
    await leave();
  }

  async function decline(): Promise<void> {
    if (state.phase !== "choosing") return;
    dispatch({ type: "left" });
    await Promise.race([client.reportOutcome({ decisionId, outcome: "declined" }), pause(REPORT_WAIT_MS)]);
    try {
      const next = isFirst && (await client.decide({ after: decisionId }));
      if (next && next.render) {
        await showOffer(root, api, client, next, false);
        return;
      }
    } catch {
      // No answer, no second page.
    }
    await finish();
  }

  async function leave(): Promise<void> {
    if (dispatch({ type: "left" })) await finish();
  }

  /** When the page cannot go on by itself, the button that goes on comes back. */
  async function finish(): Promise<void> {
    await api.done().catch(() => dispatch({ type: "stranded" }));
  }
}
