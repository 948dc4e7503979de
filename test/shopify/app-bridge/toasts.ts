import type { Frame } from "./frame-connection";

interface ToastOptions {
  duration?: number;
  isError?: boolean;
  action?: string;
  onAction?: () => void;
  onDismiss?: () => void;
}

const DEFAULT_DURATION_MS = 5000;

/** The toasts of the app's page; the admin draws them, their callbacks stay here. */
export class Toasts {
  readonly #frame: Frame;
  readonly #open = new Map<string, ToastOptions>();

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  show(message: string, options: ToastOptions = {}): string {
    const id = crypto.randomUUID();
    this.#open.set(id, options);
    const { duration = DEFAULT_DURATION_MS, isError = false, action = null } = options;
    void this.#frame.showToast({ id, message, duration, isError, action });
    return id;
  }

  hide(id: string): void {
    void this.#frame.hideToast(id);
  }

  act(id: string): void {
    this.#open.get(id)?.onAction?.();
  }

  dismissed(id: string): void {
    this.#open.get(id)?.onDismiss?.();
    this.#open.delete(id);
  }
}
