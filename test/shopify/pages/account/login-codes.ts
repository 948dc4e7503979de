import { randomInt } from "node:crypto";
import type { Clock } from "../../store/clock";

const LIFE_MS = 15 * 60 * 1000;
const MOST_TRIES = 5;

interface IssuedCode {
  readonly code: string;
  readonly at: number;
  tries: number;
}

/** One-time codes that were sent by e-mail: good for 15 minutes, five tries and one login. */
export class LoginCodes {
  readonly #issued = new Map<string, IssuedCode>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  issue(shop: string, email: string): string {
    const code = String(randomInt(1_000_000)).padStart(6, "0");
    this.#issued.set(`${shop} ${email}`, { code, at: this.#clock.now(), tries: 0 });
    return code;
  }

  /** The code that is on its way to an address; "" when there is none. */
  current(shop: string, email: string): string {
    return this.#issued.get(`${shop} ${email}`)?.code ?? "";
  }

  redeem(shop: string, email: string, code: string): boolean {
    const key = `${shop} ${email}`;
    const issued = this.#issued.get(key);
    if (!issued || this.#clock.now() - issued.at > LIFE_MS || issued.tries >= MOST_TRIES) return false;
    issued.tries += 1;
    if (issued.code !== code.trim()) return false;
    this.#issued.delete(key);
    return true;
  }
}
