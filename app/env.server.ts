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
  /** Still verifies webhooks for as long as it is set, after the secret was rotated. */
  SHOPIFY_API_SECRET_OLD: z.string().min(1).optional(),
  SHOPIFY_APP_URL: z.url(),
  SCOPES: z.string().transform((text) => text.split(",").map((scope) => scope.trim()).filter(Boolean)),
  DATABASE_URL: z.string().min(1),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  TOKEN_KEYS: KeyRing,
  GUEST_KEY: Key,
  /** Each shop's key for signing offers is derived from it; changing it ends the offers that are open. */
  OFFER_KEY: Key,
  HOST: z.string().default("127.0.0.1"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** The environment, parsed once; an incomplete one ends the process with the names of what is missing. */
export const env = Environment.parse(process.env);
