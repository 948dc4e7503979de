import path from "node:path";

/** A failure the reader can do something about: shown as its message alone, without a stack. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

/** The text to show for anything thrown. */
export function describeFailure(thrown: unknown): string {
  if (thrown instanceof SetupError) return thrown.message;
  if (isForeignFile(thrown)) {
    return (
      `${thrown.path} cannot be written: it belongs to another account, or the disk is read-only.\n` +
      "Run the command as the account that ran it before, or remove the folder .local (which forgets the data of earlier runs)."
    );
  }
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}

function isForeignFile(thrown: unknown): thrown is NodeJS.ErrnoException & { path: string } {
  if (!(thrown instanceof Error) || !("code" in thrown) || !("path" in thrown)) return false;
  const isRefused = thrown.code === "EACCES" || thrown.code === "EPERM" || thrown.code === "EROFS";
  return isRefused && typeof thrown.path === "string" && thrown.path.includes(`${path.sep}.local`);
}
