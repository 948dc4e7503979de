import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { DeployedFunctions } from "../store/discounts/automatic";
import type { DiscountFunction } from "./discount-function";
import { readDiscountFunction } from "./discount-function";

const SOURCES = fileURLToPath(new URL("../../../extensions", import.meta.url));

/** The discount Functions of the app's extensions, read and compiled when they are first run. */
export class FunctionRegistry implements DeployedFunctions {
  readonly handles: readonly string[];
  /** What went wrong in runs, newest last. */
  readonly failures: string[] = [];
  readonly #found = new Map<string, DiscountFunction | null>();

  /** `built` holds the extensions' built `dist` folders, by extension; without it Functions are known and give nothing. */
  constructor(private readonly built: string | null) {
    this.handles = readdirSync(SOURCES, { withFileTypes: true })
      .filter((entry) => existsSync(path.join(SOURCES, entry.name, "input.graphql")))
      .map((entry) => entry.name);
  }

  find(handle: string): DiscountFunction | null {
    if (this.built === null || !this.handles.includes(handle)) return null;
    let found = this.#found.get(handle);
    if (found === undefined) {
      const folder = path.join(this.built, handle);
      found = existsSync(path.join(folder, "dist")) ? readDiscountFunction(path.join(SOURCES, handle), folder) : null;
      this.#found.set(handle, found);
    }
    return found;
  }

  failed(handle: string, problem: string): void {
    this.failures.push(`${handle}: ${problem}`);
  }
}
