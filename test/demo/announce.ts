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

/** What a person sees once the demo is ready. */
export function readyText(addresses: LocalAddresses, seconds: number): string {
  const { storefront, admin } = demoAddresses(addresses);
  return `
  Encore is running (ready in ${seconds.toFixed(0)} s).

    Storefront  ${storefront}
    Admin       ${admin}

  Try this:
    1. Admin: open Offers, create one, pick a product and a discount, and activate it.
    2. Storefront: buy something. After payment the offer appears; accept it.
    3. Admin: the home page shows the sale; its figures open the orders behind them.

  Logs are in .local/logs. Ctrl-C stops everything; the next start keeps the data (--fresh forgets it).
`;
}
