import { Signal, effect } from "@preact/signals-core";
import { expect, test, vi } from "vitest";
import { resolveValue } from "../../../../extensions/preview/components/responsive";
import { accountAddress } from "../page/account-address";
import { localHref } from "../page/local-href";
import { HostSignals } from "./signals";
import { createI18n } from "../../../../extensions/preview/i18n";

test("a signal tells its subscribers of changes, and is tracked once the extension's signals are known", () => {
  const signals = new HostSignals({ lines: [1], note: null });
  const byPath = new Map(signals.entries());
  const [seen, tracked] = [vi.fn(), vi.fn()];
  const end = byPath.get("lines")?.subscribe(seen);
  signals.trackWith(Signal);
  effect(() => {
    tracked(byPath.get("lines")?.value);
  });
  signals.update({ lines: [1, 2], unknown: 1 });
  signals.update({ lines: [1, 2] });
  end?.();
  signals.update({ lines: [3] });
  expect(seen.mock.calls).toEqual([[[1, 2]]]);
  expect(tracked.mock.calls).toEqual([[[1]], [[1, 2]], [[3]]]);
  expect(byPath.get("note")?.value).toBeUndefined();
});

const fail = vi.fn();
const i18n = createI18n({
  language: "de", extensionLanguage: "de", currency: "EUR",
  translations: { hello: "Hallo {{ name }}", "items.one": "{{count}} Artikel", "items.other": "{{count}} Artikel insgesamt" },
}, fail);

test.each([
  ["hello", { name: "Anna" }, "Hallo Anna"],
  ["items", { count: 1 }, "1 Artikel"],
  ["items", { count: 1200 }, "1.200 Artikel insgesamt"],
])("translates %s with %j", (key, options, text) => {
  expect(i18n.translate(key, options)).toBe(text);
});

test("a replacement that is no text leaves the parts as they are", () => {
  const element = { tag: "s-text" };
  expect(i18n.translate("hello", { name: element })).toEqual(["Hallo ", element]);
});

test("a text that is missing is the key, and is told", () => {
  expect(i18n.translate("nothing")).toBe("nothing");
  expect(fail).toHaveBeenCalledWith(expect.stringContaining('"nothing"'));
});

test.each([
  ["@container (inline-size > 500px) repeat(2, 1fr), 1fr", 600, "repeat(2, 1fr)"],
  ["@container (inline-size > 500px) repeat(2, 1fr), 1fr", 500, "1fr"],
  ["@container products (300px <= inline-size) and (inline-size < 600px) large, base", 400, "large"],
  ["@container products (300px <= inline-size) and (inline-size < 600px) large, base", 700, "base"],
])("%s at %i px is %s", (value, width, resolved) => {
  expect(resolveValue(value, width)).toBe(resolved);
});

const at = { shopDomain: "a.myshopify.com", shopHandle: "a" };
test.each([
  ["https://a.myshopify.com/cart/1:2?discount=X", "/shop/a/cart/1:2?discount=X"],
  ["https://a.myshopify.com/account/orders", "/account/a/orders"],
  ["https://a.myshopify.com.evil.example/cart", "https://a.myshopify.com.evil.example/cart"],
  ["/checkout/1", "/checkout/1"],
])("%s leads to %s", (href, local) => {
  expect(localHref(href, at)).toBe(local);
});

const block = (target: string) => ({ target, accountPath: "/account/a", extension: { handle: "mine", name: "", apiVersion: "", capabilities: [], bundleUrls: [] } });
test.each([
  ["shopify:customer-account/orders", "customer-account.profile.block.render", "/account/a/orders"],
  ["shopify:customer-account/pages/buy-again", "customer-account.profile.block.render", "/account/a/pages/buy-again"],
  ["extension:buy-again/", "customer-account.profile.block.render", "/account/a/pages/buy-again/"],
  ["extension:/details", "customer-account.page.render", null],
  ["shopify:customer-account/nowhere", "customer-account.page.render", null],
])("%s of %s is %s", (url, target, address) => {
  vi.stubGlobal("document", { documentElement: { dataset: {} } });
  expect(accountAddress(url, block(target))).toBe(address);
  vi.unstubAllGlobals();
});
