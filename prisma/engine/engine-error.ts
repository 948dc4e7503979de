import { takePanicMessage } from "./panic";

/** What the Prisma CLI reads from the `data` of a failed request. */
export interface EngineErrorData {
  is_panic: boolean;
  message: string;
  meta: null;
  /** Prisma's number of an error that users can mend, such as P3009. */
  error_code?: string;
}

/** Puts anything the engine throws into the native engine's form; a trap of the WebAssembly code is a panic. */
export function describeEngineError(thrown: unknown): EngineErrorData {
  const panic = takePanicMessage();
  if (panic !== undefined || thrown instanceof WebAssembly.RuntimeError) {
    return { is_panic: true, message: panic ?? String(thrown), meta: null };
  }
  if (!(thrown instanceof Error)) return { is_panic: false, message: String(thrown), meta: null };
  const code = "code" in thrown && typeof thrown.code === "string" ? thrown.code : undefined;
  return { is_panic: false, message: thrown.message, meta: null, ...(code === undefined ? {} : { error_code: code }) };
}
