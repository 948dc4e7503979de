import type { MenuActionDescriptor } from "@shopify/polaris";
import { useLayoutEffect, useMemo, useRef } from "react";

/** The same list of a page's actions while they say the same: Polaris draws and measures the whole header when it is given another. */
export function useSteadyActions(actions: MenuActionDescriptor[]): MenuActionDescriptor[] {
  const newest = useRef(actions);
  useLayoutEffect(() => {
    newest.current = actions;
  });
  // Leaves functions out.
  const said = JSON.stringify(actions);
  return useMemo(
    () => actions.map((action, index) => ({ ...action, ...(action.onAction && { onAction: () => newest.current[index]?.onAction?.() }) })),
    // What is called is the newest in any case.
    [said],
  );
}
