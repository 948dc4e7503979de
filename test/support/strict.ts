import { afterEach, beforeEach, vi } from "vitest";
import { allowedHosts } from "./outgoing";

/**
 * Makes every test fail that logs an error nobody expected or that reaches out of this machine. A test that expects an
 * error replaces `console.error` itself with `vi.spyOn(console, "error")`.
 */
const errors: string[] = [];
const realFetch = globalThis.fetch;

beforeEach(() => {
  errors.length = 0;
  vi.spyOn(console, "error").mockImplementation((...parts: unknown[]) => {
    errors.push(parts.map(String).join(" "));
  });
  globalThis.fetch = async (input, init) => {
    const { hostname } = new URL(input instanceof Request ? input.url : input);
    if (!allowedHosts.has(hostname)) {
      errors.push(`request to ${hostname}`);
      throw new TypeError(`This test may not reach ${hostname}.`);
    }
    return realFetch(input, init);
  };
});

afterEach(() => {
  globalThis.fetch = realFetch;
  vi.restoreAllMocks();
  if (errors.length > 0) throw new Error(`Not expected by the test:\n${errors.join("\n")}`);
});
