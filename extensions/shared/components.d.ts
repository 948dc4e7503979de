/** The `s-*` components that every placement knows; each extension checks these files once more against its own. */
import "@shopify/ui-extensions/purchase.thank-you.block.render";
