import { barAction } from "./bar-actions";
import { MODAL_STYLE } from "./modal-style";

/** Defines ui-modal: a dialog over the app's page whose title and buttons come from the ui-title-bar inside it. */
export function defineModal(): void {
  customElements.define(
    "ui-modal",
    class extends HTMLElement {
      readonly content = document.createElement("div");
      readonly #dialog = document.createElement("dialog");
      readonly #title = document.createElement("h2");
      readonly #footer = document.createElement("footer");
      readonly #frame = document.createElement("iframe");
      readonly #observer = new MutationObserver(() => this.#draw());

      get variant(): string {
        return this.getAttribute("variant") ?? "base";
      }

      get src(): string | undefined {
        return this.getAttribute("src") ?? undefined;
      }

      get contentWindow(): Window | null {
        return this.#frame.isConnected ? this.#frame.contentWindow : null;
      }

      connectedCallback(): void {
        this.style.display = "none";
        const style = Object.assign(document.createElement("style"), { textContent: MODAL_STYLE });
        const header = document.createElement("header");
        const close = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
        close.setAttribute("aria-label", "Close");
        close.addEventListener("click", () => void this.hide());
        this.#title.id = `modal-title-${crypto.randomUUID()}`;
        header.append(this.#title, close);
        this.content.className = "ab-modal-content";
        this.#dialog.className = "ab-modal";
        this.#dialog.setAttribute("aria-labelledby", this.#title.id);
        this.#dialog.replaceChildren(style, header, this.content, this.#footer);
        this.#dialog.addEventListener("close", () => this.dispatchEvent(new Event("hide")));
        document.body.append(this.#dialog);
        this.#observer.observe(this, { childList: true, subtree: true, attributes: true, characterData: true });
      }

      disconnectedCallback(): void {
        this.#observer.disconnect();
        this.#dialog.close();
        this.#dialog.remove();
      }

      async show(): Promise<void> {
        if (this.#dialog.open) return;
        this.#fill();
        this.#draw();
        this.#dialog.showModal();
        this.dispatchEvent(new Event("show"));
      }

      async hide(): Promise<void> {
        this.#dialog.close();
      }

      toggle(): Promise<void> {
        return this.#dialog.open ? this.hide() : this.show();
      }

      /** Children written as plain HTML move into the dialog; React has put its own there by now. */
      #fill(): void {
        if (this.src !== undefined) {
          this.#frame.src = this.src;
          this.#frame.title = this.#title.textContent || "Dialog";
          this.content.replaceChildren(this.#frame);
        } else if (this.content.childNodes.length === 0) {
          this.content.append(...[...this.children].filter(({ localName }) => localName !== "ui-title-bar" && localName !== "ui-save-bar"));
        }
      }

      #draw(): void {
        const bar = this.querySelector("ui-title-bar");
        this.#title.textContent = bar?.getAttribute("title") ?? "";
        this.#dialog.dataset["variant"] = this.variant;
        const buttons = [...(bar?.querySelectorAll("button, a") ?? [])].map((element, index) => {
          const { label, critical, disabled, loading } = barAction(element, String(index));
          const button = Object.assign(document.createElement("button"), { type: "button", textContent: label, disabled: disabled || loading });
          button.dataset["variant"] = element.getAttribute("variant") ?? "";
          button.dataset["critical"] = String(critical);
          button.setAttribute("aria-busy", String(loading));
          button.addEventListener("click", () => element instanceof HTMLElement && element.click());
          return button;
        });
        this.#footer.replaceChildren(...buttons.sort((a, b) => Number(a.dataset["variant"] === "primary") - Number(b.dataset["variant"] === "primary")));
        this.#footer.hidden = buttons.length === 0;
      }
    },
  );
}
