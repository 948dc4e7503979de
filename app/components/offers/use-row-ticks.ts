import { useIndexResourceState } from "@shopify/polaris";
import { useCallback, useLayoutEffect, useMemo, useRef } from "react";

type Ticks = ReturnType<typeof useIndexResourceState>;

/** Polaris's state of ticked rows with a function that stays the same: Polaris draws every row anew when it is given another one. */
export function useRowTicks(offers: readonly { id: string }[]): Ticks {
  // Only the ids matter to selecting.
  const ticks = useIndexResourceState(useMemo(() => offers.map(({ id }) => ({ id })), [offers]));
  const newest = useRef(ticks.handleSelectionChange);
  useLayoutEffect(() => {
    newest.current = ticks.handleSelectionChange;
  });
  const handleSelectionChange = useCallback<Ticks["handleSelectionChange"]>((...change) => newest.current(...change), []);
  return { ...ticks, handleSelectionChange };
}
