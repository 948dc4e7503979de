import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { setAppEnvironment } from "../support/app-environment";
import type { AppProcess } from "../support/app-process";
import { startApp } from "../support/app-process";
import type { CredentialName } from "../support/credentials";
import { freshDatabase } from "../support/database";
import type { Audience } from "../support/routes";
import { listRoutes } from "../support/routes";

setAppEnvironment(await freshDatabase());
const { closeDatabase } = await import("../../app/data/database.server");
const { browser, credentials } = await import("../support/credentials");
const { installShop } = await import("../support/buyers");
const { signIn } = await import("../support/sign-in");

let app: AppProcess;
let shop: string;
beforeAll(async () => {
  app = await startApp();
  shop = await installShop("credentials");
  await signIn(shop);
}, 180_000);
afterAll(async () => {
  await app.stop();
  await closeDatabase();
});

const routes = listRoutes(() => randomUUID()).filter(({ audience }) => audience !== "public");
const names = Object.keys(credentials) as CredentialName[];
const opens: Record<Exclude<Audience, "public">, CredentialName[]> = {
  admin: ["admin"], postPurchase: ["postPurchase"], extension: ["checkout", "account"], account: ["account"], proxy: ["proxy"], webhook: ["webhook"], flow: ["flow"],
};

async function send(path: string, method: "GET" | "POST", name: CredentialName | null, data?: string) {
  const { headers, query, body } = name ? credentials[name](shop) : { headers: {}, query: {}, body: undefined };
  const search = new URLSearchParams({ ...query, ...(data ? { _data: data } : {}) });
  const response = await fetch(`${app.url}${path}?${search.toString()}`, {
    method, redirect: "manual",
    headers: { ...browser, ...headers },
    ...(method === "POST" ? { body: body ?? "{}" } : {}),
  });
  return { status: response.status, location: response.headers.get("Location") ?? response.headers.get("X-Remix-Redirect") ?? "", text: await response.text() };
}

describe("24: every credential by every route", () => {
  test.each(routes)("$id opens to its own credentials alone", async ({ id, path, audience }) => {
    if (audience === "public") return;
    const own = opens[audience];
    for (const method of ["GET", "POST"] as const) {
      for (const data of audience === "admin" ? [undefined, id] : [undefined]) {
        const answers = await Promise.all(own.map((name) => send(path, method, name, data)));
        for (const { status } of answers) {
          expect([401, 403, 410], `${method} ${path} ${data ?? ""}`).not.toContain(status);
          expect(status, `${method} ${path} ${data ?? ""}`).toBeLessThan(500);
        }
        for (const name of [...names, null]) {
          if (name !== null && own.includes(name)) continue;
          const { status, location } = await send(path, method, name, data);
          const cell = `${method} ${path} ${data ?? ""} with ${name ?? "nothing"}: ${String(status)} ${location}`;
          // What the route cannot do at all it may say to anyone.
          const expected = answers.every((answer) => answer.status === 405) ? [401, 405] : [401];
          if (expected.includes(status)) continue;
          expect(leadsAway(status, location) && audience === "admin" && withoutToken(name), cell).toBe(true);
        }
      }
    }
  });
});

/** A page of the admin that is asked for without any token leads to where the browser gets one. */
function leadsAway(status: number, location: string): boolean {
  // 204: how Remix tells its own scripts of a redirect.
  return [204, 302, 303].includes(status) && location !== "" && !location.startsWith("/app");
}

function withoutToken(name: CredentialName | null): boolean {
  return name === null || name === "proxy" || name === "webhook" || name === "flow";
}

describe("an extension's Worker, which has no origin", () => {
  test.each(routes.filter(({ audience }) => ["postPurchase", "extension", "account"].includes(audience)))("may call $path", async ({ path }) => {
    const preflight = await fetch(`${app.url}${path}`, {
      method: "OPTIONS",
      headers: { Origin: "null", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type" },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(preflight.headers.get("Access-Control-Allow-Headers")?.toLowerCase()).toBe("authorization, content-type");
    const refused = await fetch(`${app.url}${path}`, { method: "POST", headers: { Origin: "null" } });
    expect(refused.headers.get("Access-Control-Allow-Origin")).toBe("*");
  });

  test.each(["PUT", "DELETE", "PATCH"])("%s is no way in", async (method) => {
    const response = await fetch(`${app.url}/api/post-purchase/changeset`, { method });
    expect(response.status).toBe(405);
  });
});
