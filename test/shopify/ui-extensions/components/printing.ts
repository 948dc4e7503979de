import type { Drawings } from "../../../../extensions/preview/components/host-element";

/** Tells the admin what a print action wants printed: an address at the app. */
export const PRINT_EVENT = "extension:print";

/** The frame of a print action: its content are the options, its `src` is what is printed. */
export const PRINTING: Drawings = {
  "s-admin-print-action": {
    css: ":host { display: block; }",
    build(element, shadow) {
      let known: string | null = null;
      shadow.append(document.createElement("slot"));
      return () => {
        const src = element.textOf("src");
        if (src === known) return;
        known = src;
        element.dispatchEvent(new CustomEvent(PRINT_EVENT, { bubbles: true, composed: true, detail: src }));
      };
    },
  },
};
