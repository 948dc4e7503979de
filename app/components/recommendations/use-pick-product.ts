import { useAppBridge } from "@shopify/app-bridge-react";
import { idFromGid } from "../rules/picked-resources";

/** Has staff pick one product in Shopify's own picker; null when they leave it. */
export function usePickProduct(): () => Promise<number | null> {
  const shopify = useAppBridge();
  return async () => {
    const picked = await shopify.resourcePicker({ type: "product", action: "select", multiple: false, filter: { hidden: false, variants: false, draft: false, archived: false } });
    const [product] = picked ?? [];
    return product ? idFromGid(product.id) : null;
  };
}
