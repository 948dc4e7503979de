import type { SaveBar } from "./contract";
import type { Frame } from "./frame-connection";

/** Something with unsaved changes: a form or a ui-save-bar element. */
export interface SaveBarSource {
  state(): SaveBar;
  save(): void;
  discard(): void;
}

/** Which save bar the admin shows: the latest source that has something to save. */
export class SaveBars {
  readonly #frame: Frame;
  readonly #sources: SaveBarSource[] = [];

  constructor(frame: Frame) {
    this.#frame = frame;
  }

  get isShowing(): boolean {
    return this.#sources.length > 0;
  }

  /** Shows a source's bar, or shows it again after its state changed. */
  show(source: SaveBarSource): void {
    if (!this.#sources.includes(source)) this.#sources.push(source);
    this.#send();
  }

  hide(source: SaveBarSource): void {
    const index = this.#sources.indexOf(source);
    if (index < 0) return;
    this.#sources.splice(index, 1);
    this.#send();
  }

  hideAll(): void {
    this.#sources.length = 0;
    this.#send();
  }

  act(kind: "save" | "discard"): void {
    const source = this.#sources.at(-1);
    if (kind === "save") source?.save();
    else source?.discard();
  }

  #send(): void {
    void this.#frame.setSaveBar(this.#sources.at(-1)?.state() ?? null);
  }
}
