import type { LikelyReason } from "../../domain/reports/likely-reason";

const texts: Record<LikelyReason | "notArrived", string> = {
  beforeInstallation: "It was placed before Encore was installed.",
  test: "It is a test order.",
  otherChannel: "It wasn’t placed in the online store. Shopify shows one-click offers there only.",
  otherCurrency: "It was paid in another currency than the store’s. Shopify shows no one-click offers then.",
  wallet: "It was paid with a wallet. Shopify shows no one-click offers then.",
  instalments: "It was paid in instalments. Shopify shows no one-click offers then.",
  giftCard: "It was paid with a gift card. Shopify shows no one-click offers then.",
  severalPayments: "It was paid in more than one way. Shopify shows no one-click offers then.",
  manualPayment: "It was paid by hand, not by card. Shopify can’t charge such a payment again.",
  noAddress: "It had no address to ship to. Shopify shows no one-click offers then.",
  tooSmall: "Nothing, or too little, was paid. Shopify shows no one-click offers then.",
  pageSkipped: "Shopify left the page out: it does so for some wallets, under load, or when the customer moves on before the page is there.",
  notArrived: "Encore has no such order. Check the number; a new order takes a moment to arrive.",
};

/** Why an order has no decision, in a sentence for staff. */
export function likelyText(reason: LikelyReason | "notArrived"): string {
  return texts[reason];
}
