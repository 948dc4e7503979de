import type { BarAction, TitleBar } from "../../../app-bridge/contract";
import { button, byId } from "./page";

/** The bar above the app with its title and actions. */
export class TitleBarView {
  readonly #appName: string;
  readonly #act: (id: string) => void;
  #breadcrumb = "";

  constructor(appName: string, act: (id: string) => void) {
    this.#appName = appName;
    this.#act = act;
    byId("breadcrumb").addEventListener("click", () => this.#act(this.#breadcrumb));
  }

  /** Null leaves the app's name alone. */
  show(bar: TitleBar | null): void {
    const title = bar?.title || this.#appName;
    byId("title").textContent = title;
    document.title = title === this.#appName ? title : `${title} · ${this.#appName}`;
    const breadcrumb = byId("breadcrumb");
    breadcrumb.hidden = !bar?.breadcrumb;
    breadcrumb.textContent = bar?.breadcrumb?.label ?? "";
    this.#breadcrumb = bar?.breadcrumb?.id ?? "";
    const secondary = bar?.secondary.map((action) => this.#button(action, "")) ?? [];
    const primary = bar?.primary ? [this.#button(bar.primary, "primary")] : [];
    byId("title-actions").replaceChildren(...secondary, ...primary);
  }

  #button(action: BarAction, className: string): HTMLButtonElement {
    const made = button(action.label, `${className} ${action.critical ? "critical" : ""}`.trim(), () => this.#act(action.id));
    made.disabled = action.disabled || action.loading;
    made.setAttribute("aria-busy", String(action.loading));
    return made;
  }
}
