import { MediaQueryContext } from "@shopify/polaris/build/esm/utilities/media-query/context.js";
import type { ReactNode } from "react";
import { useMemo } from "react";
import { useMedia } from "../use-narrow";

/** Where Polaris rolls up a page's actions. */
const collapsed = "(max-width: 767.95px)";

/**
 * Sends a phone the page headers of a phone. Polaris 13.9 sends everybody a desktop's and draws them anew in the browser, where
 * the whole page moves down by a line.
 */
export function PhoneHeaders({ children }: { children: ReactNode }) {
  const isNavigationCollapsed = useMedia(collapsed);
  return <MediaQueryContext.Provider value={useMemo(() => ({ isNavigationCollapsed }), [isNavigationCollapsed])}>{children}</MediaQueryContext.Provider>;
}
