import { NAVIGATE_EVENT } from "../../../../extensions/preview/components/actions";
import { defineHostElements } from "../../ui-extensions/components/define-elements";
import { PRINT_EVENT } from "../../ui-extensions/components/printing";
import type { BlockState, CallAnswer } from "../../ui-extensions/contract";
import type { BlockPage, RunningBlock } from "../../ui-extensions/page/start-block";
import { startBlock } from "../../ui-extensions/page/start-block";
import ELEMENTS from "../../ui-extensions/elements/elements.json";
import { accountAddress } from "../../ui-extensions/page/account-address";
import { noteShop } from "../../ui-extensions/page/local-href";
import { showPrint } from "./print-preview";

const WORKER_URL = "/_assets/extension-worker.js";
const TOAST_MS = 5000;

const running: RunningBlock[] = [];

const page: BlockPage = { ask, navigate, toast, failed };

defineHostElements();
const states: BlockState[] = JSON.parse(document.getElementById("extension-blocks")?.textContent ?? "[]");
for (const state of states) {
  noteShop(String(state.constants["shop.myshopifyDomain"]), state.accountPath.split("/").at(-1) ?? "");
  const element = document.getElementById(state.id);
  if (!element) continue;
  element.addEventListener(NAVIGATE_EVENT, (event) => {
    if (event instanceof CustomEvent) navigate(state, String(event.detail));
  });
  element.addEventListener(PRINT_EVENT, (event) => {
    if (event instanceof CustomEvent) showPrint(String(event.detail)).catch((error: unknown) => failed(state, String(error)));
  });
  running.push(startBlock(state, element, { workerUrl: WORKER_URL, specs: ELEMENTS.surfaces[state.surface] }, page));
}

/** Asks the server, and lets every block of the page and the order's summary know what changed. */
async function ask(state: BlockState, call: string, args: readonly unknown[]): Promise<unknown> {
  if (call === "requireLogin") {
    location.assign(`${state.accountPath}/login?return_to=${encodeURIComponent(location.pathname + location.search)}`);
    return undefined;
  }
  const body = JSON.stringify({ handle: state.extension.handle, target: state.target, call, args });
  const response = await fetch(state.callUrl, { method: "POST", headers: { "Content-Type": "application/json" }, body });
  const answer: CallAnswer & { error?: string } = await response.json();
  if (!response.ok) throw new Error(answer.error ?? `The local Shopify answered ${response.status}`);
  if (Object.keys(answer.signals).length > 0) {
    for (const block of running) if (block.state.callUrl === state.callUrl) block.update(withoutOwn(answer.signals));
    await refreshSummary();
  }
  return answer.result;
}

/** What belongs to one extension alone is not another's business. */
function withoutOwn(signals: CallAnswer["signals"]): CallAnswer["signals"] {
  const own = new Set(["settings", "appMetafields", "extension.capabilities", "localization.extensionLanguage"]);
  return Object.fromEntries(Object.entries(signals).filter(([path]) => !own.has(path)));
}

async function refreshSummary(): Promise<void> {
  const summary = document.querySelector("aside.summary");
  if (!summary) return;
  const response = await fetch(location.href);
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("aside.summary");
  if (!fresh) return;
  // A code that the shopper is typing is theirs: what a block changes meanwhile must not empty the field.
  const field = summary.querySelector<HTMLInputElement>('input[name="discount"]');
  const isTyped = field !== null && field.value !== field.defaultValue;
  const hadFocus = field !== null && document.activeElement === field;
  if (field && isTyped) fresh.querySelector('input[name="discount"]')?.replaceWith(field);
  summary.replaceChildren(...fresh.childNodes);
  if (hadFocus) summary.querySelector<HTMLInputElement>('input[name="discount"]')?.focus();
}

function navigate(state: BlockState, url: string): void {
  const address = accountAddress(url, state);
  if (address !== null) location.assign(address);
  else if (!url.startsWith("extension:")) failed(state, `There is no page at ${url}`);
}

function toast(text: string): void {
  const toasts = document.getElementById("extension-toasts");
  const shown = document.createElement("p");
  shown.textContent = text;
  toasts?.append(shown);
  setTimeout(() => shown.remove(), TOAST_MS);
}

/** What Shopify would refuse is said where the block stands and in the console, where nobody can overlook it. */
function failed(state: BlockState, message: string): void {
  console.error(`${state.extension.handle} at ${state.target}: ${message}`);
  const element = document.getElementById(state.id);
  const problem = document.createElement("p");
  problem.className = "problem extension-problem";
  problem.setAttribute("role", "alert");
  problem.textContent = message;
  element?.append(problem);
}
