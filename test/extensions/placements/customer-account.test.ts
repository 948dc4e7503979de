import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { AppCall, Place } from "./block";
import { openBlock } from "./block";
import { buildBundle } from "./bundles";
import { propertyOf } from "./drawn";
import { items, mug, products, shows } from "./fixtures";

beforeAll(async () => {
  await buildBundle("customer-account");
});
afterEach(() => vi.unstubAllGlobals());

const link = "See everything you bought before";

describe("on the list of orders", () => {
  const due = shows({ ...products, title: "Time for more?", products: [{ ...mug, reason: "dueAgain" }], saving: null } as never);
  const open = (reply: object) => openBlock({
    extension: "customer-account", target: "customer-account.order-index.block.render",
    app: ({ path }) => {
      if (path.endsWith("/decision")) return Response.json(reply);
      return path.endsWith("/choice") ? Response.json(items()) : new Response(null, { status: 204 });
    },
  });

  test("asks for the customer of the token, with no purchase in hand", async () => {
    const block = await open({ show: false });
    expect(block.calls[0]?.body).toEqual({
      placement: "account", surface: "order-index", lines: [], totalMinor: 0, currency: "XXX", countryCode: "GB", locale: "en", room: 3,
    });
    expect(block.drawn().isEmpty).toBe(true);
  });

  test("shows what may be due again, and leads to a checkout and to everything else", async () => {
    const block = await open(due);
    expect(block.drawn().text).toContain("Time for more?");
    expect(block.drawn().text).toContain("Perhaps time for more");
    await block.turn("Choose Spotted mug", true);
    await block.click("Continue with 1 product");
    expect(block.calls.at(-1)?.body).toEqual({ decisionId: "decision-1", items: [{ variantId: 1, quantity: 1 }] });
    expect(block.drawn().named("Go to checkout")).toBeDefined();
    expect(propertyOf(block.drawn().named(link), "href")).toBe("extension:encore-buy-again/");
  });

  test("looks as the shop has set it, which only the answer can tell here", async () => {
    const block = await open({ ...due, look: { heading: "Running low?", layout: "grid", words: { pick: "Again", decline: "Not now" } } });
    expect(block.drawn().property("s-section", "heading")).toBe("Running low?");
    expect(block.drawn().named("Again: Spotted mug")).toBeDefined();
    expect(block.drawn().text).toContain("Not now");
  });
});

describe("on the profile", () => {
  const label = "Don’t show me offers";
  const open = (app: Place["app"]) => openBlock({ extension: "customer-account", target: "customer-account.profile.block.render", app });
  /** Remembers the wish. */
  const memory = () => {
    let isOptedOut = false;
    return ({ body }: AppCall) => {
      if (typeof body.isOptedOut === "boolean") ({ isOptedOut } = { isOptedOut: body.isOptedOut });
      return Response.json({ isOptedOut });
    };
  };

  test("offers are switched off, and on again in the same place", async () => {
    const block = await open(memory());
    expect(block.drawn().property("s-switch", "checked")).toBe(false);
    await block.turn(label, true);
    expect(block.drawn().text).toContain("You will not be shown offers any more.");
    await block.click("Undo");
    expect(block.drawn().property("s-switch", "checked")).toBe(false);
    expect(block.drawn().text).toContain("You may be shown offers again.");
    expect(block.calls.map(({ path, body }) => [path, body])).toEqual([
      ["/api/account/preferences", {}], ["/api/account/preferences", { isOptedOut: true }], ["/api/account/preferences", { isOptedOut: false }],
    ]);
  });

  test("the switch goes back when it could not be saved", async () => {
    const block = await open(({ body }) => ("isOptedOut" in body ? new Response("no", { status: 500 }) : Response.json({ isOptedOut: false })));
    await block.turn(label, true);
    expect(block.drawn().property("s-switch", "checked")).toBe(false);
    expect(block.drawn().text).toContain("This could not be saved. Please try again.");
  });

  test("without an answer there is no switch, and the way to earlier purchases stays", async () => {
    const block = await open(() => new Response("no", { status: 500 }));
    expect(block.drawn().all("s-switch")).toEqual([]);
    expect(block.drawn().names()).toEqual([link]);
  });
});
