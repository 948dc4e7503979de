import type { PostPurchaseShouldRenderApi } from "@shopify/post-purchase-ui-extensions";
import { appClient } from "./app-client";

/** Asks the app; anything but a proper answer in time means no page. */
export async function shouldRender({ inputData, storage }: PostPurchaseShouldRenderApi): Promise<{ render: boolean }> {
  try {
    const decision = await appClient(inputData.token).decide();
    if (!decision.render) return { render: false };
    await storage.update(decision);
    return { render: true };
  } catch {
    return { render: false };
  }
}
