import type { SaveBar } from "../../../app-bridge/contract";
import { confirmDialog } from "./confirm-dialog";
import { byId } from "./page";

/** The admin's bar for unsaved changes, over its top bar. */
export class SaveBarView {
  readonly #act: (kind: "save" | "discard") => void;
  #bar: SaveBar | null = null;

  constructor(act: (kind: "save" | "discard") => void) {
    this.#act = act;
    this.#button("save").addEventListener("click", () => this.#act("save"));
    this.#button("discard").addEventListener("click", () => void this.#discard());
  }

  get isShowing(): boolean {
    return this.#bar !== null;
  }

  /** Null takes the bar away. */
  show(bar: SaveBar | null): void {
    this.#bar = bar;
    byId("save-bar").hidden = bar === null;
    this.#button("save").disabled = bar === null || bar.saveDisabled || bar.saving;
    this.#button("save").setAttribute("aria-busy", String(bar?.saving ?? false));
    this.#button("discard").disabled = bar === null || bar.discardDisabled || bar.saving;
  }

  async confirmLeave(): Promise<boolean> {
    if (this.#bar === null) return true;
    return confirmDialog("Leave page with unsaved changes?", "Leaving this page will delete all unsaved changes.", "Leave page", "Stay");
  }

  async #discard(): Promise<void> {
    const asks = this.#bar?.discardConfirmation ?? false;
    const sure = !asks || (await confirmDialog("Discard all unsaved changes?", "If you discard changes, you’ll delete any edits you made since you last saved.", "Discard changes", "Continue editing"));
    if (sure) this.#act("discard");
  }

  #button(kind: "save" | "discard"): HTMLButtonElement {
    const found = byId("save-bar").querySelector<HTMLButtonElement>(`[data-act="${kind}"]`);
    if (!found) throw new Error(`The save bar has no ${kind} button`);
    return found;
  }
}
