import type { RefObject } from "react";
import { useEffect, useState } from "react";

/** What a dragged row carries, so that only rows of this list are taken. */
const carried = "offer";

interface Dragging {
  row: RefObject<HTMLElement>;
  handle: RefObject<HTMLElement>;
  id: string;
  index: number;
  onDrop: (id: string, at: number) => void;
}

/** Lets a row be dragged by its handle and others be dropped on it: on its upper half before it, on the lower after it. */
export function useDragging({ row, handle, id, index, onDrop }: Dragging): { dragged: boolean; edge: "before" | "after" | null } {
  const [dragged, setDragged] = useState(false);
  const [edge, setEdge] = useState<"before" | "after" | null>(null);
  useEffect(() => {
    let stop: (() => void) | null = null;
    let isGone = false;
    // Only browsers can drag, and nobody waits for it: the keyboard and the buttons are there at once.
    void import("@atlaskit/pragmatic-drag-and-drop/element/adapter").then(({ draggable, dropTargetForElements }) => {
      const [element, dragHandle] = [row.current, handle.current];
      if (isGone || !element || !dragHandle) return;
      const half = (clientY: number) => {
        const { top, height } = element.getBoundingClientRect();
        return clientY < top + height / 2 ? "before" : "after";
      };
      const stops = [
        draggable({
          element, dragHandle,
          getInitialData: () => ({ [carried]: id, index }),
          onDragStart: () => setDragged(true),
          onDrop: () => setDragged(false),
        }),
        dropTargetForElements({
          element,
          canDrop: ({ source }) => typeof source.data[carried] === "string" && source.data[carried] !== id,
          onDrag: ({ location }) => setEdge(half(location.current.input.clientY)),
          onDragLeave: () => setEdge(null),
          onDrop: ({ source, location }) => {
            setEdge(null);
            const { [carried]: other, index: from } = source.data;
            if (typeof other !== "string" || typeof from !== "number") return;
            const at = index + (half(location.current.input.clientY) === "after" ? 1 : 0);
            // Taking the row out of its place first moves those below it up.
            onDrop(other, from < at ? at - 1 : at);
          },
        }),
      ];
      stop = () => { for (const end of stops) end(); };
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [row, handle, id, index, onDrop]);
  return { dragged, edge };
}
