import "@shopify/ui-extensions/preact";
import type { ComponentChild } from "preact";
import { h, render } from "preact";
import { useState } from "preact/hooks";

interface Signal<Value> {
  readonly value: Value;
}

/** What the sample uses of the global, over all its targets. */
interface SampleGlobal {
  extend(target: string, run: () => void): void;
  readonly settings: Signal<{ probe?: string; url?: string; variant?: string }>;
  readonly i18n: { translate(key: string, options?: Record<string, unknown>): string; formatCurrency(amount: number): string };
  readonly sessionToken: { get(): Promise<string> };
  readonly lines?: Signal<{ quantity: number }[]>;
  readonly cost?: { totalAmount: Signal<{ amount: number }> };
  readonly authenticatedAccount?: { customer: Signal<{ id: string } | undefined> };
  readonly toast?: { show(text: string): Promise<unknown> };
  applyCartLinesChange?(change: object): Promise<{ type: string; message?: string }>;
}

// Until the extension runs there is no such global.
const shopify = (globalThis as unknown as { shopify: SampleGlobal }).shopify;

const element = (tag: string, props: Record<string, unknown>, ...children: ComponentChild[]): ComponentChild => h(tag, props, ...children);

const WRONGS: Readonly<Record<string, () => ComponentChild>> = {
  "unknown-tag": () => element("s-nonsense", {}),
  "html-tag": () => element("div", {}, "no HTML"),
  "unknown-property": () => element("s-button", { colour: "red" }, "Red"),
  "unknown-event": () => element("s-text", { onWiggle: () => undefined }, "Wiggle"),
  "unknown-word": () => element("s-button", { tone: "loud" }, "Loud"),
  "wrong-type": () => element("s-button", { disabled: "yes" }, "Off"),
};

/** Draws a little of everything, and shows in words what came of it, so that a test can read it. */
function Sample() {
  const { probe = "", url = "", variant = "" } = shopify.settings.value;
  const [said, say] = useState("");
  const [quantity, setQuantity] = useState("1");
  const wrong = WRONGS[probe];
  if (wrong) return wrong();
  const ask = async () => {
    try {
      const response = await fetch(url, { headers: { Authorization: `Bearer ${await shopify.sessionToken.get()}` } });
      say(`network: ${await response.text()}`);
    } catch (error) {
      say(`network: ${String(error)}`);
    }
  };
  const add = async () => {
    const result = await shopify.applyCartLinesChange?.({ type: "addCartLine", merchandiseId: variant, quantity: Number(quantity) });
    say(`change: ${result?.type} ${result?.message ?? ""}`);
  };
  const look = (event: CustomEvent & { clientX?: number }) => say(`event: ${event.type} ${JSON.stringify(event.detail)} ${event.target === event.currentTarget} ${event.clientX === undefined}`);
  const count = shopify.lines?.value.reduce((sum, line) => sum + line.quantity, 0) ?? 0;
  return element("s-section", { heading: shopify.i18n.translate("heading") },
    element("s-stack", { direction: "block", gap: "base" },
      element("s-text", { id: "count" }, shopify.i18n.translate("items", { count })),
      element("s-text", { id: "total" }, shopify.cost ? shopify.i18n.formatCurrency(shopify.cost.totalAmount.value.amount) : ""),
      element("s-text", { id: "customer" }, shopify.authenticatedAccount?.customer.value?.id ?? ""),
      element("s-number-field", { label: "Quantity", value: quantity, min: 1, max: 5, controls: "stepper", onChange: (event: { currentTarget: { value: string } }) => setQuantity(event.currentTarget.value) }),
      element("s-stack", { direction: "inline", gap: "small" },
        element("s-button", { variant: "primary", onClick: add }, "Add"),
        element("s-button", { onClick: look }, "Look"),
        element("s-button", { onClick: ask }, "Ask")),
      element("s-text", { id: "said" }, said)));
}

for (const target of [
  "purchase.checkout.block.render", "purchase.thank-you.block.render", "customer-account.order-status.block.render",
  "customer-account.order-index.block.render", "customer-account.profile.block.render", "customer-account.page.render",
]) {
  shopify.extend(target, () => render(h(Sample, {}), document.body));
}
