/** What became of a call to Shopify, for callers to branch on. */
export type ShopifyApiFailure =
  /** No usable token is left; the next visit of staff to the app brings one. */
  | "signInNeeded"
  /** The session token that staff came with was refused. */
  | "badSessionToken"
  /** No answer, or a fault of Shopify's; a mutation may have been carried out. */
  | "unreachable"
  /** Still asked to wait after all the waiting allowed. */
  | "throttled"
  /** The shop did not grant what this call needs. */
  | "accessDenied"
  /** The shop is closed, frozen or gone. */
  | "shopClosed"
  /** The call itself is at fault. */
  | "invalid";

export class ShopifyApiError extends Error {
  override readonly name = "ShopifyApiError";

  constructor(
    readonly code: ShopifyApiFailure,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
