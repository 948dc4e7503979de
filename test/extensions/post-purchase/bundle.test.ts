import { beforeAll, describe, expect, test } from "vitest";
import type { Bundle } from "./bundle";
import { buildBundle } from "./bundle";
import { decision, goodHost } from "./fixtures";
import { runShouldRender } from "./page";

let bundle: Bundle;
beforeAll(async () => {
  bundle = await buildBundle();
});

test("weighs no more than 8 KB", () => {
  expect(bundle.gzipBytes).toBeLessThanOrEqual(8 * 1024);
});

test("holds no React and none of the app's code", () => {
  expect(bundle.inputs.filter((file) => /react/.test(file))).toEqual([]);
  expect(bundle.inputs.filter((file) => file.startsWith("app/") && !file.endsWith("contract.ts"))).toEqual([]);
});

test("needs nothing that a Worker lacks", () => {
  expect(bundle.code).not.toMatch(/\bprocess\.|\bdocument\.|\bwindow\.|for await|async function/);
});

describe("ShouldRender", () => {
  test("stores the app's offer and asks for a page", async () => {
    const { render, stored, calls } = await runShouldRender(bundle.code, goodHost());
    expect(render).toBe(true);
    expect(stored).toEqual(decision);
    expect(calls).toEqual([{ path: "/api/post-purchase/decision", token: "the.purchase.token", request: {} }]);
  });

  test.each<[string, () => Response | null]>([
    ["offers nothing", () => Response.json({ render: false })],
    ["does not answer within a second", () => null],
    ["fails", () => new Response("no", { status: 500 })],
    ["refuses the token", () => Response.json({ error: "unauthorized" }, { status: 401 })],
    ["answers with something else", () => Response.json({ render: "yes" })],
    ["offers a product without variants", () => Response.json({ ...decision, offer: { variants: [] } })],
    ["answers with no JSON", () => new Response("<html>")],
  ])("shows no page when the app %s", async (_case, app) => {
    const { render, stored } = await runShouldRender(bundle.code, goodHost({ app }));
    expect(render).toBe(false);
    expect(stored).toBeUndefined();
  });
});
