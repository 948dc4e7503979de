import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { localFile } from "../setup/paths";
import type { AppKeys } from "../setup/stack/app-environment";

/** The keys of this checkout's demo, made once: data of earlier runs is encrypted and hashed with them. */
export function demoSecrets(): AppKeys {
  const file = localFile("demo.env");
  if (!existsSync(file)) {
    const key = () => randomBytes(32).toString("base64");
    writeFileSync(file, `TOKEN_KEYS=local:${key()}\nGUEST_KEY=${key()}\n`, { mode: 0o600 });
  }
  const { TOKEN_KEYS = "", GUEST_KEY = "" } = parseEnv(readFileSync(file, "utf8"));
  return { TOKEN_KEYS, GUEST_KEY };
}
