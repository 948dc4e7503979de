import { beforeAll, describe, expect, test } from "vitest";
import { setAppEnvironment } from "../test/support/app-environment";
import type { parseEnvironment } from "./env.server";

let parse: typeof parseEnvironment;
beforeAll(async () => {
  setAppEnvironment("postgres://nobody@localhost:1/none");
  ({ parseEnvironment: parse } = await import("./env.server"));
});

const now = new Date("2026-11-21T12:00:00Z");
const with_ = (more: Record<string, string>) => () => parse({ ...process.env, ...more }, now);

describe("an old secret", () => {
  test("verifies until the moment that is named with it", () => {
    expect(with_({ SHOPIFY_API_SECRET_OLD: "before", SHOPIFY_API_SECRET_OLD_UNTIL: "2026-11-21T14:00:00+01:00" })().SHOPIFY_API_SECRET_OLD)
      .toEqual({ secret: "before", until: new Date("2026-11-21T13:00:00Z") });
    expect(with_({})().SHOPIFY_API_SECRET_OLD).toBeUndefined();
  });

  test.each([
    ["without an end", { SHOPIFY_API_SECRET_OLD: "before" }, "Say until when the old secret verifies"],
    ["that is missing beside an end", { SHOPIFY_API_SECRET_OLD_UNTIL: "2026-11-21T13:00:00Z" }, "There is no old secret"],
    ["that would verify for years", { SHOPIFY_API_SECRET_OLD: "before", SHOPIFY_API_SECRET_OLD_UNTIL: "2036-11-21T13:00:00Z" }, "for a day at most"],
    ["with an end that is no moment", { SHOPIFY_API_SECRET_OLD: "before", SHOPIFY_API_SECRET_OLD_UNTIL: "tomorrow" }, "Not a moment"],
  ])("%s is refused by name", (_case, more, message) => {
    expect(with_(more)).toThrow(message);
    expect(with_(more)).toThrow("SHOPIFY_API_SECRET_OLD");
  });
});
