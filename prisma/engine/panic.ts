/** What the compiled engine said when it panicked. It reports to a global of this name before it traps. */
const messages: string[] = [];

declare global {
  var PRISMA_WASM_PANIC_REGISTRY: { set_message(message: string): void } | undefined;
}

/** Starts keeping the engine's panic messages. */
export function listenForPanics(): void {
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => messages.push(message) };
}

/** The message of the panic behind a trap, and forgets it. */
export function takePanicMessage(): string | undefined {
  return messages.pop();
}

/**
 * Runs a call of the engine. A panic in one of its asynchronous steps rejects no promise: it surfaces as an uncaught
 * exception, which then fails the call.
 */
export function catchingPanics<T>(call: () => Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const fail = (thrown: unknown) => { reject(thrown instanceof Error ? thrown : new Error(String(thrown))); };
    process.once("uncaughtException", fail);
    call().then(resolve, fail).finally(() => process.off("uncaughtException", fail));
  });
}
