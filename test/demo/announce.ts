import { z } from "zod";
import type { LocalAddresses } from "../setup/stack/app-environment";

const handle = "encore-demo";

/** Addresses of the demo by what they are. */
export function demoAddresses({ origin, tunnelUrl }: LocalAddresses) {
  return {
    storefront: `${origin}/shop/${handle}`,
    admin: `${origin}/admin/store/${handle}/apps/encore`,
    app: tunnelUrl,
  };
}

const Links = z.array(z.object({ name: z.string(), url: z.string(), hint: z.string() }));
export type PlacementLink = z.infer<typeof Links>[number];

/** Where each placement can be seen in the demo, from the local Shopify. */
export async function readPlacementLinks({ origin }: LocalAddresses): Promise<PlacementLink[]> {
  const response = await fetch(`${origin}/_local/shops/${handle}/links`, { signal: AbortSignal.timeout(30_000) });
  return Links.parse(await response.json());
}

/** What a person sees once the demo is ready. */
export function readyText(addresses: LocalAddresses, links: readonly PlacementLink[], seconds: number): string {
  const { storefront, admin } = demoAddresses(addresses);
  const width = Math.max(0, ...links.map(({ name }) => name.length));
  return `
  Encore is running (ready in ${seconds.toFixed(0)} s).

    Storefront  ${storefront}
    Admin       ${admin}

  Try this:
    1. Admin: open Offers, create one, pick a product and a discount, and activate it.
    2. Storefront: buy something. After payment the offer appears; accept it.
    3. Admin: the home page shows the sale; its figures open the orders behind them.

  Every placement:
${links.map(({ name, url, hint }) => `    ${name.padEnd(width)}  ${url}\n    ${"".padEnd(width)}  ${hint}`).join("\n")}

  Logs are in .local/logs. Ctrl-C stops everything; the next start keeps the data (--fresh forgets it).
`;
}
