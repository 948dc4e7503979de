import type { Store } from "../../store/store";

/** Codes that gave nothing, from one address within the window, after which no further one is looked at. */
const MOST_WRONG = 10;
const WINDOW_MS = 10 * 60 * 1000;

/** Who guesses discount codes is answered no more, a right code included, until the wrong ones are some time ago. */
export class CodeGuard {
  readonly #wrong = new Map<string, number[]>();

  constructor(private readonly store: Store) {}

  mayTry(address: string): boolean {
    return this.#recent(address).length < MOST_WRONG;
  }

  noteWrong(address: string): void {
    this.#wrong.set(address, [...this.#recent(address), this.store.clock.now()]);
  }

  #recent(address: string): number[] {
    const since = this.store.clock.now() - WINDOW_MS;
    return (this.#wrong.get(address) ?? []).filter((at) => at > since);
  }
}

const guards = new WeakMap<Store, CodeGuard>();

/** The one guard of a local Shopify: pages, links and extensions count together. */
export function guardOf(store: Store): CodeGuard {
  const known = guards.get(store) ?? new CodeGuard(store);
  guards.set(store, known);
  return known;
}
