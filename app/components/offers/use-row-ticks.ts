import { useIndexResourceState } from "@shopify/polaris";
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useAfterPaint } from "../use-after-paint";

type Ticks = ReturnType<typeof useIndexResourceState>;

interface RowTicks extends Ticks {
  /** The rows that show a tick: one that is ticked by itself at once, of many those on the screen first. */
  drawn: ReadonlySet<string>;
  /** What the bar of actions stands for; after a single tick it follows the row. */
  chosen: string[];
}

/** Polaris's state of ticked rows with a function that stays the same: Polaris draws every row anew when it is given another one. */
export function useRowTicks(offers: readonly { id: string }[]): RowTicks {
  // Only the ids matter to selecting.
  const ticks = useIndexResourceState(useMemo(() => offers.map(({ id }) => ({ id })), [offers]));
  const { selectedResources } = ticks;
  // Of many that were ticked at once, those on the screen; null after a single one.
  const [first, setFirst] = useState<ReadonlySet<string> | null>(null);
  const newest = useRef({ offers, change: ticks.handleSelectionChange });
  useLayoutEffect(() => {
    newest.current = { offers, change: ticks.handleSelectionChange };
  });
  const handleSelectionChange = useCallback<Ticks["handleSelectionChange"]>((type, isSelecting, which) => {
    setFirst(typeof which === "string" ? null : new Set(newest.current.offers.map(({ id }) => id).filter(isOnScreen)));
    newest.current.change(type, isSelecting, which);
  }, []);

  const later = useAfterPaint(selectedResources);
  const drawn = useMemo(() => {
    const [now, then] = [new Set(selectedResources), new Set(later)];
    return first === null ? now : new Set(offers.map(({ id }) => id).filter((id) => (first.has(id) ? now : then).has(id)));
  }, [first, selectedResources, later, offers]);
  return { ...ticks, handleSelectionChange, drawn, chosen: first === null ? later : selectedResources };
}

/** Whether some of a row can be seen. */
function isOnScreen(rowId: string): boolean {
  const row = document.getElementById(rowId)?.getBoundingClientRect();
  return row !== undefined && row.bottom > 0 && row.top < window.innerHeight;
}
