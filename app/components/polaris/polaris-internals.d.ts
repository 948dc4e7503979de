// No types lie beside Polaris's own modules.

declare module "@shopify/polaris/build/esm/components/Popover/components/PopoverOverlay/PopoverOverlay.js" {
  import type { PopoverProps, PopoverPublicAPI } from "@shopify/polaris";
  import type { ForwardRefExoticComponent, RefAttributes } from "react";

  export const PopoverOverlay: ForwardRefExoticComponent<Omit<PopoverProps, "activator"> & { activator: HTMLElement } & RefAttributes<Pick<PopoverPublicAPI, "forceUpdatePosition">>>;
  export { PopoverCloseSource } from "@shopify/polaris";
}

declare module "@shopify/polaris/build/esm/utilities/media-query/context.js" {
  import type { Context } from "react";

  export const MediaQueryContext: Context<{ isNavigationCollapsed: boolean } | undefined>;
}
