import { z } from "zod";

const Key = z.string().refine((text) => Buffer.from(text, "base64").length === 32, "Not 32 bytes in base64");

/** "id:base64, id:base64": the first key encrypts, all of them decrypt. */
const KeyRing = z.string().transform((text, context) => {
  const keys = text.split(",").map((entry) => {
    const [id = "", key = ""] = entry.trim().split(/:(.*)/s);
    return { id, key };
  });
  for (const { id, key } of keys) {
    if (!/^[a-z0-9-]{1,32}$/i.test(id) || !Key.safeParse(key).success) {
      context.addIssue({ code: "custom", message: "Not a list of id:base64 keys of 32 bytes" });
      return z.NEVER;
    }
  }
  return keys;
});

const Environment = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  SHOPIFY_API_KEY: z.string().min(1),
  SHOPIFY_API_SECRET: z.string().min(1),
  /** After the secret was rotated: Shopify may sign with the old one for an hour. It verifies until the moment beside it. */
  SHOPIFY_API_SECRET_OLD: z.string().min(1).optional(),
  SHOPIFY_API_SECRET_OLD_UNTIL: z.iso.datetime({ offset: true, error: "Not a moment such as 2026-11-21T13:00:00Z" }).transform((text) => new Date(text)).optional(),
  SHOPIFY_APP_URL: z.url(),
  SCOPES: z.string().transform((text) => text.split(",").map((scope) => scope.trim()).filter(Boolean)),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  TOKEN_KEYS: KeyRing,
  GUEST_KEY: Key,
  /** Each shop's key for signing offers is derived from it; changing it ends the offers that are open. */
  OFFER_KEY: Key,
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** An old secret that verified for longer would be a second key to the house. */
const longestOldSecretMs = 24 * 60 * 60 * 1000;

/** The environment as the app uses it; throws with the names of what is missing or wrong. */
export function parseEnvironment(variables: Readonly<Record<string, string | undefined>>, now: Date) {
  const parsed = Environment.superRefine(({ SHOPIFY_API_SECRET_OLD: secret, SHOPIFY_API_SECRET_OLD_UNTIL: until }, context) => {
    const refuse = (path: string, message: string) => { context.addIssue({ code: "custom", path: [path], message }); };
    if (secret !== undefined && until === undefined) refuse("SHOPIFY_API_SECRET_OLD_UNTIL", "Say until when the old secret verifies, such as an hour after the rotation");
    if (secret === undefined && until !== undefined) refuse("SHOPIFY_API_SECRET_OLD", "There is no old secret that could end");
    // What is no moment is refused by its own message; it comes here as it was.
    if (until instanceof Date && until.getTime() > now.getTime() + longestOldSecretMs) refuse("SHOPIFY_API_SECRET_OLD_UNTIL", "An old secret may verify for a day at most");
  }).parse(variables);
  const { SHOPIFY_API_SECRET_OLD: secret, SHOPIFY_API_SECRET_OLD_UNTIL: until, ...rest } = parsed;
  return { ...rest, SHOPIFY_API_SECRET_OLD: secret !== undefined && until !== undefined ? { secret, until } : undefined };
}

/** The environment, parsed once; an incomplete one ends the process. */
export const env = parseEnvironment(process.env, new Date());
