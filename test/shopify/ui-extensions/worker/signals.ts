import type { Values } from "../contract";

interface SignalClass {
  new (value: unknown): { value: unknown };
}

/** A value of the global that changes: `.value` is tracked by the extension's own signals once they are known. */
export class HostSignal {
  #value: unknown;
  #tracked: { value: unknown } | null = null;
  readonly #listeners = new Set<(value: unknown) => void>();

  constructor(value: unknown) {
    this.#value = value;
  }

  get value(): unknown {
    return this.#tracked ? this.#tracked.value : this.#value;
  }

  get current(): unknown {
    return this.value;
  }

  /** Calls back at every change, not at once; returns what ends it. */
  subscribe(listener: (value: unknown) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async destroy(): Promise<void> {
    this.#listeners.clear();
  }

  set(value: unknown): void {
    if (JSON.stringify(value) === JSON.stringify(this.#value)) return;
    this.#value = value;
    if (this.#tracked) this.#tracked.value = value;
    for (const listener of this.#listeners) listener(value);
  }

  trackWith(Signal: SignalClass): void {
    this.#tracked = new Signal(this.#value);
  }
}

/** All signals of one block by their path. */
export class HostSignals {
  readonly #byPath = new Map<string, HostSignal>();

  constructor(values: Values) {
    for (const [path, value] of Object.entries(values)) this.#byPath.set(path, new HostSignal(value ?? undefined));
  }

  entries(): Iterable<[string, HostSignal]> {
    return this.#byPath.entries();
  }

  /** New values; a path that the block's target does not have is left out. */
  update(values: Values): void {
    for (const [path, value] of Object.entries(values)) this.#byPath.get(path)?.set(value ?? undefined);
  }

  /** What `@shopify/ui-extensions/preact` calls: without it a change does not draw anew. */
  trackWith(Signal: SignalClass): void {
    for (const signal of this.#byPath.values()) signal.trackWith(Signal);
  }
}
