import { useEffect } from "react";

/**
 * Tells the browser which check boxes are half ticked. Polaris only writes so (`aria-checked="mixed"`), which browsers leave
 * aside on a real check box: a screen reader hears "not ticked" of "select all" while some rows are. Needed by Polaris 13.9.
 */
export function useMixedCheckboxes(): void {
  useEffect(() => {
    const tell = (element: Node) => {
      if (element instanceof HTMLInputElement && element.type === "checkbox") element.indeterminate = element.getAttribute("aria-checked") === "mixed";
    };
    const observer = new MutationObserver((changes) => {
      for (const { target, addedNodes } of changes) {
        tell(target);
        for (const added of addedNodes) if (added instanceof Element) added.querySelectorAll("input[aria-checked=mixed]").forEach(tell);
      }
    });
    document.querySelectorAll("input[aria-checked=mixed]").forEach(tell);
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["aria-checked"] });
    return () => observer.disconnect();
  }, []);
}
