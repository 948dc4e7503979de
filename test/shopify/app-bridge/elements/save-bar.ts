import type { SaveBars, SaveBarSource } from "../save-bars";
import { isOn } from "./bar-actions";

/** Defines ui-save-bar: its primary button saves, its other one discards. */
export function defineSaveBar(saveBars: SaveBars): void {
  customElements.define(
    "ui-save-bar",
    class extends HTMLElement {
      showing = false;
      readonly #observer = new MutationObserver(() => this.showing && saveBars.show(this.#source));
      readonly #source: SaveBarSource = {
        state: () => ({
          saving: isLoading(this.#button("primary")),
          saveDisabled: isDisabled(this.#button("primary")),
          discardDisabled: isDisabled(this.#button("other")),
          discardConfirmation: isOn(this, "discardConfirmation"),
        }),
        save: () => this.#button("primary")?.click(),
        discard: () => this.#button("other")?.click(),
      };

      connectedCallback(): void {
        this.style.display = "none";
        this.#observer.observe(this, { childList: true, subtree: true, attributes: true });
      }

      disconnectedCallback(): void {
        this.#observer.disconnect();
        void this.hide();
      }

      async show(): Promise<void> {
        if (this.showing) return;
        this.showing = true;
        saveBars.show(this.#source);
        this.dispatchEvent(new Event("show"));
      }

      async hide(): Promise<void> {
        if (!this.showing) return;
        this.showing = false;
        saveBars.hide(this.#source);
        this.dispatchEvent(new Event("hide"));
      }

      toggle(): Promise<void> {
        return this.showing ? this.hide() : this.show();
      }

      #button(kind: "primary" | "other"): HTMLButtonElement | undefined {
        return [...this.querySelectorAll("button")].find((button) => (button.getAttribute("variant") === "primary") === (kind === "primary"));
      }
    },
  );
}

function isLoading(button: HTMLButtonElement | undefined): boolean {
  return button !== undefined && isOn(button, "loading");
}

function isDisabled(button: HTMLButtonElement | undefined): boolean {
  return button !== undefined && isOn(button, "disabled");
}
