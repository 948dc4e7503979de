import { pino } from "pino";
import { env } from "./env.server";

const secretFields = ["authorization", "cookie", "accessToken", "refreshToken", "access_token", "refresh_token", "id_token", "token", "email"];

/** JSON lines; fields that carry a credential or an e-mail address are replaced, two levels deep. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: undefined,
  redact: {
    paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
    censor: "[redacted]",
  },
});
