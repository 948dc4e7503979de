import { randomBytes } from "node:crypto";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { localFile } from "../setup/paths";
import type { AppKeys } from "../setup/stack/app-environment";

/** The keys of this checkout's demo, made once: data of earlier runs is encrypted and hashed with them. */
export function demoSecrets(): AppKeys {
  const file = localFile("demo.env");
  if (!existsSync(file)) writeFileSync(file, "", { mode: 0o600 });
  const known = parseEnv(readFileSync(file, "utf8"));
  const keyOf = (name: keyof AppKeys, make: () => string): string => {
    const kept = known[name];
    if (kept) return kept;
    const made = make();
    appendFileSync(file, `${name}=${made}\n`);
    return made;
  };
  const random = () => randomBytes(32).toString("base64");
  return { TOKEN_KEYS: keyOf("TOKEN_KEYS", () => `local:${random()}`), GUEST_KEY: keyOf("GUEST_KEY", random), OFFER_KEY: keyOf("OFFER_KEY", random) };
}
