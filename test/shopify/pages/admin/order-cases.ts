import type { Order } from "../../store/model";
import { returnSteps } from "../../store/returns";
import type { Html } from "../html";
import { html } from "../html";
import { words } from "./list-pages";

const STEP_WORDS = { approve: "Approve the return", decline: "Decline the return", cancel: "Cancel the return", close: "Close the return", reopen: "Open the return again" } as const;

/** Returns and disputes of an order, with what can be done to them by hand. */
export function casesPanel(order: Order, base: string): Html {
  const disputes = order.disputes ?? [];
  return html`<section class="panel"><h2>Returns and disputes</h2><div class="stack">
    ${(order.returns ?? []).map((made) => html`<p>${made.name} <span class="badge">${words(made.status.toLowerCase())}</span></p>
      ${returnSteps(made).map((step) => html`<form method="post" action="${base}/return-${step}"><input type="hidden" name="id" value="${made.id}"><button type="submit">${STEP_WORDS[step]}</button></form>`)}`)}
    <form method="post" action="${base}/return-request"><button type="submit">Request a return</button></form>
    ${disputes.map(({ id, status, finalizedOn }) => html`<p>Dispute <span class="badge">${words(status.toLowerCase())}</span></p>
      ${finalizedOn === null ? html`<form method="post" action="${base}/dispute-won"><input type="hidden" name="id" value="${id}"><button type="submit">Decide the dispute for the shop</button></form>
        <form method="post" action="${base}/dispute-lost"><input type="hidden" name="id" value="${id}"><button type="submit">Decide it for the buyer</button></form>` : ""}`)}
    <form method="post" action="${base}/dispute"><button type="submit">Dispute the payment</button></form>
  </div></section>`;
}
