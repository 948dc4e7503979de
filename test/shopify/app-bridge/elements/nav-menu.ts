import { ownPath } from "../contract";
import type { NavItem } from "../contract";
import type { Frame } from "../frame-connection";

/** Defines ui-nav-menu and s-app-nav: their links appear in the admin's own navigation, the `rel="home"` one does not. */
export function defineNavMenus(frame: Frame): void {
  for (const name of ["ui-nav-menu", "s-app-nav"]) {
    customElements.define(
      name,
      class extends HTMLElement {
        readonly #observer = new MutationObserver(() => this.#send());

        connectedCallback(): void {
          this.style.display = "none";
          this.#observer.observe(this, { childList: true, subtree: true, attributes: true, characterData: true });
          this.#send();
        }

        disconnectedCallback(): void {
          this.#observer.disconnect();
        }

        #send(): void {
          void frame.setNav(itemsOf(this));
        }
      },
    );
  }
}

function itemsOf(menu: HTMLElement): NavItem[] {
  return [...menu.querySelectorAll("a, s-link")].flatMap((link) => {
    const href = link.getAttribute("href");
    if (href === null || link.getAttribute("rel") === "home") return [];
    return [{ path: ownPath(new URL(href, location.href)), label: link.textContent?.trim() ?? "" }];
  });
}
