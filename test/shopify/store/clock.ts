/** Where the local Shopify gets the time from: epoch milliseconds. */
export interface Clock {
  now(): number;
}

/** A clock that runs with the machine's and can be moved forwards or backwards, or stopped. */
export class AdjustableClock implements Clock {
  #offsetMs = 0;
  #stoppedAt: number | null = null;

  now(): number {
    return this.#stoppedAt ?? Date.now() + this.#offsetMs;
  }

  advance(milliseconds: number): void {
    if (this.#stoppedAt === null) this.#offsetMs += milliseconds;
    else this.#stoppedAt += milliseconds;
  }

  set(epochMs: number): void {
    if (this.#stoppedAt === null) this.#offsetMs = epochMs - Date.now();
    else this.#stoppedAt = epochMs;
  }

  stop(): void {
    this.#stoppedAt = this.now();
  }

  run(): void {
    if (this.#stoppedAt === null) return;
    this.#offsetMs = this.#stoppedAt - Date.now();
    this.#stoppedAt = null;
  }
}
