import type { PostPurchaseRenderApi } from "@shopify/post-purchase-ui-extensions";

export type CalculateChangesetResult = Awaited<ReturnType<PostPurchaseRenderApi["calculateChangeset"]>>;
export type ApplyChangesetResult = Awaited<ReturnType<PostPurchaseRenderApi["applyChangeset"]>>;
export type ChangesetErrorCode = ApplyChangesetResult["errors"][number]["code"];

const MESSAGES: Record<ChangesetErrorCode, string> = {
  payment_required: "The original payment method couldn't be charged",
  insufficient_inventory: "An item requested to be added is out of stock",
  changeset_already_applied: "The changeset has been applied",
  unsupported_payment_method: "The payment method can't be used to pay for changesets",
  invalid_request: "The request is invalid",
  server_error: "An unexpected error has happened",
  buyer_consent_required: "The buyer's consent is required",
  subscription_vaulting_error: "The payment method could not be vaulted",
  subscription_contract_creation_error: "The subscription contract could not be created",
  subscription_no_shipping_address_error: "The order has no shipping address",
  subscription_limit_error: "No more subscriptions can be added to this order",
  order_released_error: "The order has been released to fulfillment",
};

export const CHANGESET_ERROR_CODES = Object.keys(MESSAGES).filter((code): code is ChangesetErrorCode => code in MESSAGES);

/** The one-error list of a result that changed nothing; `detail` says more than the code. */
export function changesetErrors(code: ChangesetErrorCode, detail?: string): { code: ChangesetErrorCode; message: string }[] {
  return [{ code, message: detail ?? MESSAGES[code] }];
}
