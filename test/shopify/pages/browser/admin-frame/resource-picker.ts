import type { PickerRequest } from "../../../app-bridge/contract";
import { button, element, getJson, say } from "./page";
import { PickerSelection } from "./picker-selection";
import type { PickerRow } from "./picker-selection";
import { pickerRow } from "./picker-row";

const SEARCH_PAUSE_MS = 250;
const NOUNS = { product: "products", variant: "variants", collection: "collections" } as const;

interface PickerPlace {
  readonly dataPath: string;
  readonly currency: string;
}

/** The admin's picker of products, variants or collections; undefined when it is closed without choosing. */
export async function pickResources({ dataPath, currency }: PickerPlace, request: PickerRequest): Promise<unknown[] | undefined> {
  const selection = new PickerSelection(request);
  if (request.selectionIds.length > 0) {
    const ids = request.selectionIds.map(({ id }) => id).join(",");
    selection.preselect(await getJson<PickerRow[]>(`${dataPath}/resources/by-id?ids=${encodeURIComponent(ids)}`));
  }
  return new PickerDialog({ dataPath, currency }, request, selection).result;
}

class PickerDialog {
  readonly result: Promise<unknown[] | undefined>;
  readonly #place: PickerPlace;
  readonly #request: PickerRequest;
  readonly #selection: PickerSelection;
  readonly #dialog = element("dialog", "dialog picker");
  readonly #list = element("ul", "picker-list");
  readonly #count = element("span", "muted");
  readonly #more: HTMLButtonElement;
  readonly #choose: HTMLButtonElement;
  readonly #search = element("input", "picker-search");
  readonly #money: Intl.NumberFormat;
  #rows: PickerRow[] = [];
  #page = 1;
  #asked = 0;

  constructor(place: PickerPlace, request: PickerRequest, selection: PickerSelection) {
    this.#place = place;
    this.#money = new Intl.NumberFormat(document.documentElement.lang === "de" ? "de-DE" : "en-GB", { style: "currency", currency: place.currency });
    this.#request = request;
    this.#selection = selection;
    this.#more = button(say("Show more"), "picker-more", () => void this.#load(this.#page + 1));
    this.#choose = button(say(request.action === "add" ? "Add" : "Select"), "primary", () => this.#dialog.close("chosen"));
    this.#build();
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    void this.#load(1);
    this.result = new Promise((resolve) => {
      this.#dialog.addEventListener("close", () => {
        this.#dialog.remove();
        resolve(this.#dialog.returnValue === "chosen" ? selection.resources() : undefined);
      });
    });
  }

  #build(): void {
    const noun = NOUNS[this.#request.type];
    const title = element("h2", "dialog-title", say(`${this.#request.action === "add" ? "Add" : "Select"} ${noun}`));
    title.id = "picker-title";
    this.#dialog.setAttribute("aria-labelledby", title.id);
    this.#search.type = "search";
    this.#search.placeholder = say(`Search ${noun}`);
    this.#search.setAttribute("aria-label", say(`Search ${noun}`));
    this.#search.value = this.#request.query;
    let pause: ReturnType<typeof setTimeout> | undefined;
    this.#search.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => void this.#load(1), SEARCH_PAUSE_MS);
    });
    this.#count.setAttribute("role", "status");
    const scroll = element("div", "picker-scroll");
    scroll.append(this.#list, this.#more);
    const actions = element("div", "dialog-actions");
    actions.append(this.#count, button(say("Cancel"), "", () => this.#dialog.close("cancelled")), this.#choose);
    this.#dialog.append(title, this.#search, scroll, actions);
  }

  async #load(page: number): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const { type, filter } = this.#request;
    const statuses = ["ACTIVE", ...(filter.draft ? ["DRAFT"] : []), ...(filter.archived ? ["ARCHIVED"] : [])].join(",");
    const words = [this.#search.value, plainWords(filter.query)].join(" ").trim();
    const query = new URLSearchParams({ type, q: words, statuses, page: String(page) });
    const found = await getJson<{ rows: PickerRow[]; hasMore: boolean }>(`${this.#place.dataPath}/resources?${query}`);
    // A slow answer to an earlier word must not replace the answer to the later one.
    if (asked !== this.#asked) return;
    this.#page = page;
    this.#rows = page === 1 ? found.rows : [...this.#rows, ...found.rows];
    this.#more.hidden = !found.hasMore;
    this.#draw();
  }

  #draw(): void {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.id : "";
    const rows = this.#rows.map((row) => pickerRow(row, { selection: this.#selection, request: this.#request, priceText: (price) => price && this.#money.format(Number(price)), changed: () => this.#draw() }));
    this.#list.replaceChildren(...(rows.length > 0 ? rows : [element("li", "picker-empty", say("Nothing found"))]));
    this.#count.textContent = `${this.#selection.count}${this.#request.limit === null ? "" : ` ${say("of")} ${this.#request.limit}`} ${say("selected")}`;
    this.#choose.disabled = this.#selection.count === 0 && this.#request.selectionIds.length === 0;
    if (focused) document.getElementById(focused)?.focus();
  }
}

/** The words of a search query without its field filters ("status:active"), which the status boxes stand for. */
function plainWords(query: string): string {
  return query.split(/\s+/).filter((word) => !word.includes(":")).join(" ");
}
