/** A failure the reader can do something about: shown as its message alone, without a stack. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

/** The text to show for anything thrown. */
export function describeFailure(thrown: unknown): string {
  if (thrown instanceof SetupError) return thrown.message;
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
