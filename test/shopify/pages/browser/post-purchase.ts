import { createRemoteReceiver } from "@remote-ui/core";
import type { ApplyResult, CalculateResult, HostApi, PageState } from "../../post-purchase/contract";
import { renderTree } from "../../../../extensions/preview/post-purchase/render-tree";
import { startSandboxedRun } from "../../post-purchase/sandboxed-run";

// Counted from the call: Shopify has the Worker ready by the time the order is paid.
const SHOULD_RENDER_BUDGET_MS = 1500;
const START_BUDGET_MS = 10_000;

const state: PageState = JSON.parse(byId("state").textContent ?? "{}");
let storedData: unknown;

void main();

async function main(): Promise<void> {
  const wanted = await shouldRender().catch((error: unknown) => {
    console.error("Checkout::PostPurchase::ShouldRender failed", error);
    return false;
  });
  if (wanted) await render();
  else finish();
}

/** Asks in a Worker of its own; no answer in time is a no. */
async function shouldRender(): Promise<boolean> {
  const run = await within(START_BUDGET_MS, startSandboxedRun(state, host(() => undefined)));
  if (run === null) return false;
  try {
    const answer = await within(SHOULD_RENDER_BUDGET_MS, run.worker.shouldRender({ inputData: state.shouldRender, storedData: null }));
    if (answer === null) console.warn(`Checkout::PostPurchase::ShouldRender gave no answer within ${SHOULD_RENDER_BUDGET_MS} ms`);
    return answer?.render === true;
  } finally {
    run.stop();
  }
}

async function render(): Promise<void> {
  const receiver = createRemoteReceiver();
  receiver.on("mount", show);
  renderTree(receiver, byId("extension"), problem);
  try {
    const run = await startSandboxedRun(state, host((action, payload) => void Reflect.apply(receiver.receive, undefined, [action, ...payload])));
    await run.worker.render({ inputData: state.render, storedData });
  } catch (error) {
    problem(error instanceof Error ? error.message : String(error));
  }
}

function host(receive: HostApi["receive"]): HostApi {
  return {
    receive,
    async updateStorage(data) {
      storedData = data;
    },
    calculateChangeset: (changeset) => post<CalculateResult>(state.urls.calculate, { changeset }),
    applyChangeset: (changeset, options) => post<ApplyResult>(state.urls.apply, { changeset, options }),
    async done() {
      await post(state.urls.done, {});
      finish();
    },
    failed: problem,
  };
}

async function post<Result>(url: string, body: unknown): Promise<Result> {
  const response = await fetch(url, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The checkout answered ${response.status}`);
  const result: Result = await response.json();
  return result;
}

function show(): void {
  byId("finishing").hidden = true;
  byId("extension").hidden = false;
}

/** What Shopify's host would refuse is said on the page and in the console, where nobody can overlook it. */
function problem(message: string): void {
  console.error(`Post-purchase extension: ${message}`);
  const item = document.createElement("li");
  item.textContent = message;
  byId("problems").hidden = false;
  byId("problem-list").append(item);
  show();
}

function finish(): void {
  location.replace(state.urls.thankYou);
}

function within<Result>(milliseconds: number, promise: Promise<Result>): Promise<Result | null> {
  return Promise.race([promise, new Promise<null>((resolve) => setTimeout(resolve, milliseconds, null))]);
}

function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}
