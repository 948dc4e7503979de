import type { ActionRun } from "../../flow/run-action";
import type { FlowDefinition } from "../../flow/flow-definitions";
import type { Shop } from "../../store/model";
import type { Html } from "../html";
import { html } from "../html";
import { adminPage, pageOf, pager, timeText } from "./admin-page";

/** Shopify Flow in short: what the app's triggers told, and its actions to run by hand. */
export function flowPage(shop: Shop, actions: readonly FlowDefinition[], wanted: unknown, run: ActionRun | null): Html {
  const base = `/admin/store/${shop.handle}/flow`;
  const shown = pageOf([...shop.merchant.flowEvents].reverse(), wanted);
  return adminPage({ shop, section: "flow", title: "Flow" }, html`<h1>Flow</h1>
    ${run ? html`<p class="${run.status < 300 ? "notice" : "problem"}" role="status">Run ${run.runId}: the app answered ${run.status} <code>${run.answer.slice(0, 500)}</code></p>` : ""}
    <section class="panel"><h2>Triggers</h2>
      ${shown.rows.length === 0 ? html`<p class="empty">No trigger was sent yet.</p>` : html`<div class="scroll" tabindex="0" role="region" aria-label="Triggers"><table>
        <thead><tr><th scope="col">Trigger</th><th scope="col">Time</th><th scope="col">Payload</th></tr></thead>
        <tbody>${shown.rows.map(({ at, handle, payload }) => html`<tr data-trigger="${handle}"><th scope="row">${handle}</th><td data-label="Time">${timeText(shop, at)}</td>
          <td data-label="Payload">${Object.entries(payload).map(([key, value]) => html`${key}: ${String(value)}<br>`)}</td></tr>`)}</tbody>
      </table></div>`}
      ${pager(shown.page, shown.pages, (page) => `?page=${page}`)}
    </section>
    ${actions.map(({ handle, name, description, fields }) => html`<section class="panel"><h2>${name}</h2><p class="muted">${description}</p>
      <form method="post" action="${base}/actions/${handle}" class="stack">
        ${fields.map(({ key, label, required }) => html`<label class="field"><span>${label}</span><input name="${key}" ${required ? html`required` : ""}></label>`)}
        <label class="field"><span>Run id (empty: a new run)</span><input name="action_run_id"></label>
        <button class="button" type="submit">Run</button>
      </form></section>`)}`);
}
