import type { NavItem } from "../../../app-bridge/contract";
import type { FrameState } from "../../admin/app-page";
import { byId, element } from "./page";

/** The app's own pages under its name in the admin's navigation. */
export class AppNav {
  readonly #state: FrameState;
  readonly #navigate: (path: string) => void;
  readonly #place = byId("app-nav");
  #items: readonly NavItem[] = [];
  #current = "";

  constructor(state: FrameState, navigate: (path: string) => void) {
    this.#state = state;
    this.#navigate = navigate;
  }

  setItems(items: readonly NavItem[]): void {
    this.#items = items;
    this.#draw();
  }

  setCurrent(path: string): void {
    this.#current = path;
    this.#draw();
  }

  #draw(): void {
    const current = currentItem(this.#items, this.#current);
    // The app's own entry stands for its home: one entry is the current one.
    const home = document.querySelector(`#menu a[href="${this.#state.basePath}"]`);
    if (current) home?.removeAttribute("aria-current");
    else home?.setAttribute("aria-current", "page");
    this.#place.replaceChildren(
      ...this.#items.map((item) => {
        const link = element("a", "", item.label);
        link.href = `${this.#state.basePath}${item.path}`;
        if (item === current) link.setAttribute("aria-current", "page");
        link.addEventListener("click", (event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          byId("menu").classList.remove("open");
          document.querySelector(".menu-button")?.setAttribute("aria-expanded", "false");
          this.#navigate(item.path);
        });
        return link;
      }),
    );
  }
}

/** The item whose path is the current one or the nearest above it. */
export function currentItem(items: readonly NavItem[], path: string): NavItem | undefined {
  const [place = ""] = path.split(/[?#]/);
  const holding = items.filter((item) => place === item.path || place.startsWith(`${item.path}/`));
  return holding.sort((a, b) => b.path.length - a.path.length)[0];
}
