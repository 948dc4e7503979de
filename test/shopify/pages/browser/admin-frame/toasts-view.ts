import type { ToastContent } from "../../../app-bridge/contract";
import { button, byId, element } from "./page";

/** Short messages at the foot of the admin; a live region, so they are read out. */
export class ToastsView {
  readonly #act: (id: string) => void;
  readonly #dismissed: (id: string) => void;
  readonly #open = new Map<string, HTMLElement>();

  constructor(act: (id: string) => void, dismissed: (id: string) => void) {
    this.#act = act;
    this.#dismissed = dismissed;
  }

  show({ id, message, duration, isError, action }: ToastContent): void {
    const toast = element("div", isError ? "toast error" : "toast");
    toast.append(element("span", "", message));
    if (action !== null) toast.append(button(action, "", () => {
      this.#act(id);
      this.hide(id);
    }));
    const close = button("×", "toast-close", () => this.hide(id));
    close.setAttribute("aria-label", "Dismiss");
    toast.append(close);
    this.#open.set(id, toast);
    byId("toasts").append(toast);
    setTimeout(() => this.hide(id), duration);
  }

  hide(id: string): void {
    const toast = this.#open.get(id);
    if (!toast) return;
    this.#open.delete(id);
    toast.remove();
    this.#dismissed(id);
  }
}
