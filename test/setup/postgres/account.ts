import { existsSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { SetupError } from "../process/failure";

/** The account PostgreSQL runs as; null means the one that runs this process. */
export type Account = { uid: number; gid: number } | null;

const preferred = ["postgres", "nobody"];

/**
 * PostgreSQL refuses root, so root lends it an unprivileged account that already exists: the owner of the data if there
 * is any. Everyone else runs it themselves.
 */
export function serverAccount(data: string): Account {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(path.join(data, "PG_VERSION"))) {
    const { uid, gid } = statSync(data);
    if (uid !== 0) return { uid, gid };
  }
  const accounts = new Map<string, { uid: number; gid: number }>();
  for (const line of readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [name, , uid, gid] = line.split(":");
    if (name && Number(uid) > 0) accounts.set(name, { uid: Number(uid), gid: Number(gid) });
  }
  for (const name of preferred) {
    const account = accounts.get(name);
    if (account) return account;
  }
  const [any] = accounts.values();
  if (any) return any;
  throw new SetupError(
    "PostgreSQL does not run as root and this machine has no other account. Add one (useradd encore) or set DATABASE_URL.",
  );
}
