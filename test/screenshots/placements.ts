import path from "node:path";
import type { Browser } from "playwright-core";
import { devices } from "../support/browser";
import type { Stack } from "../support/stack";
import { readPlacementLinks } from "../demo/announce";

/** By the name of the link. Customers of the past are the ones with something to buy again. */
const past = { "Product page": "product-page", "Customer account": "account", "Profile": "profile", "Buy again": "buy-again", "Printed receipt": "receipt", "Flow": "flow" };

/** The blocks in checkout, after it and in accounts, each as its own shopper meets it, then what past customers have. */
export async function photographPlacements(browser: Browser, stack: Stack, folder: string): Promise<void> {
  const links = await readPlacementLinks(stack);
  const variantId = Number(/cart\/(\d+):/.exec(links.find(({ name }) => name === "Checkout")?.url ?? "")?.[1]);
  for (const device of ["desktop", "phone"] as const) {
    const shoot = async (name: string, ...addresses: string[]) => {
      const context = await browser.newContext(devices[device]);
      const page = await context.newPage();
      for (const address of addresses) await page.goto(address);
      // Blocks come after their page.
      await page.waitForTimeout(3_000);
      await page.screenshot({ path: path.join(folder, `shop-${name}-${device}.png`), fullPage: true });
      await context.close();
    };
    const begin = async (email: string) => {
      const { id: customerId } = (await stack.control("createCustomer", { shop: stack.shop, customer: { email } })) as { id: number };
      const asked = { shop: stack.shop, lines: [{ variantId, quantity: 1 }], email, customerId };
      return { customerId, token: ((await stack.control("createCheckout", asked)) as { token: string }).token };
    };
    await shoot("checkout-block", `${stack.origin}/checkout/${(await begin(`checkout-${device}@example.com`)).token}`);
    const { customerId, token } = await begin(`thanks-${device}@example.com`);
    const { id } = (await stack.control("completeCheckout", { shop: stack.shop, token })) as { id: number };
    await shoot("thank-you-block", `${stack.origin}/checkout/${token}/thank_you`);
    await shoot("order-status", `${stack.origin}/account/encore-demo/login/as/${String(customerId)}`, `${stack.origin}/account/encore-demo/orders/${String(id)}`);
    for (const { name, url } of links) {
      const known = Object.entries(past).find(([link]) => link === name);
      if (known) await shoot(known[1], url);
    }
  }
}
