import type { TitleBar } from "../contract";
import type { Frame } from "../frame-connection";
import { navigateApp } from "../navigation";
import { barAction } from "./bar-actions";

/** Defines ui-title-bar; the one that was added last is the admin's title, one inside a ui-modal is the modal's. */
export function defineTitleBar(frame: Frame): { act(id: string): void } {
  const bars: TitleBarElement[] = [];
  const send = () => void frame.setTitleBar(bars.at(-1)?.content() ?? null);

  class TitleBarElement extends HTMLElement {
    readonly #observer = new MutationObserver(send);

    connectedCallback(): void {
      this.style.display = "none";
      if (this.closest("ui-modal")) return;
      bars.push(this);
      this.#observer.observe(this, { childList: true, subtree: true, attributes: true, characterData: true });
      send();
    }

    disconnectedCallback(): void {
      this.#observer.disconnect();
      const index = bars.indexOf(this);
      if (index >= 0) bars.splice(index, 1);
      send();
    }

    actions(): Element[] {
      return [...this.querySelectorAll("button, a")];
    }

    content(): TitleBar {
      const actions = this.actions().map((element, index) => ({ variant: element.getAttribute("variant"), action: barAction(element, String(index)) }));
      return {
        title: this.getAttribute("title") ?? "",
        breadcrumb: actions.find(({ variant }) => variant === "breadcrumb")?.action ?? null,
        primary: actions.find(({ variant }) => variant === "primary")?.action ?? null,
        secondary: actions.filter(({ variant }) => variant !== "breadcrumb" && variant !== "primary").map(({ action }) => action),
      };
    }
  }
  customElements.define("ui-title-bar", TitleBarElement);

  return {
    act(id) {
      const element = bars.at(-1)?.actions()[Number(id)];
      const href = element?.getAttribute("href");
      if (element instanceof HTMLAnchorElement && href) navigateApp(href);
      else if (element instanceof HTMLElement) element.click();
    },
  };
}
