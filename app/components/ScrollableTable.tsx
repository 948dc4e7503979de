import { DataTable } from "@shopify/polaris";
import type { DataTableProps } from "@shopify/polaris";
import { useEffect, useRef } from "react";

/** A table without links or buttons of its own: where it is wider than the screen, the keyboard scrolls it as well. */
export function ScrollableTable({ label, ...table }: DataTableProps & { label: string }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Polaris makes this element, and gives no way to what it is for those who don't point.
    const scrolled = box.current?.querySelector(".Polaris-DataTable__ScrollContainer");
    scrolled?.setAttribute("tabindex", "0");
    scrolled?.setAttribute("role", "group");
    scrolled?.setAttribute("aria-label", label);
  }, [label]);
  return <div ref={box}><DataTable {...table} /></div>;
}
