import { applyBox, applyRole, space } from "./box-style";
import type { Drawing, Drawings, HostElement } from "./host-element";
import { make, setAll } from "./host-element";

/** A container that holds its children in a box; `arrange` says how. */
function container(css: string, arrange: (element: HostElement, box: HTMLElement) => void = () => undefined): Drawing {
  return {
    css: `:host { display: block; }${css}`,
    build(element, shadow) {
      const box = make("div", { class: "box" }, make("slot"));
      shadow.append(box);
      return () => {
        applyBox(element, box);
        applyRole(element, box);
        arrange(element, box);
      };
    },
  };
}

function arrangeStack(element: HostElement, box: HTMLElement): void {
  const inline = element.textOf("direction") === "inline";
  const gap = element.textOf("gap");
  const [row = gap, column = row] = gap.split(" ");
  Object.assign(box.style, {
    display: "flex",
    flexDirection: inline ? "row" : "column",
    flexWrap: inline ? "wrap" : "nowrap",
    rowGap: space(element.textOf("rowGap") || row),
    columnGap: space(element.textOf("columnGap") || column),
    alignItems: element.textOf("alignItems") || (inline ? "center" : "normal"),
    justifyContent: element.textOf("justifyContent") || "start",
    alignContent: element.textOf("alignContent") || "",
  });
}

function arrangeGrid(element: HostElement, box: HTMLElement): void {
  const gap = element.textOf("gap");
  const [row = gap, column = row] = gap.split(" ");
  Object.assign(box.style, {
    display: "grid",
    gridTemplateColumns: element.textOf("gridTemplateColumns") || "none",
    gridTemplateRows: element.textOf("gridTemplateRows") || "none",
    rowGap: space(element.textOf("rowGap") || row),
    columnGap: space(element.textOf("columnGap") || column),
    // The short forms first: emptied after them, they would empty the long ones.
    placeItems: element.textOf("placeItems"),
    placeContent: element.textOf("placeContent"),
    ...given(element, ["alignItems", "justifyItems", "justifyContent", "alignContent"]),
  });
}

/** Those of some properties that are set. */
function given(element: HostElement, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, element.textOf(name)] as const).filter(([, value]) => value !== ""));
}

/** Headings count from 2 (the page has the first), one deeper in each section. */
export function levelOf(element: Element, own: number): number {
  let level = own;
  for (let at = element.parentElement; at; at = at.parentElement) if (at.localName === "s-section") level += 1;
  return Math.min(6, level);
}

const section: Drawing = {
  css: ":host { display: block; } .heading { font-size: 18px; font-weight: 600; margin-bottom: 12px; } .heading:empty { display: none; } .padded { padding: 16px; } .outer { background: var(--section-background, none); border: var(--section-border, 0); padding: var(--section-padding, 0); border-radius: 12px; }",
  build(element, shadow) {
    const heading = make("div", { class: "heading", role: "heading" });
    const box = make("section", {}, heading, make("slot"));
    shadow.append(box);
    return () => {
      heading.textContent = element.textOf("heading");
      heading.setAttribute("aria-level", String(levelOf(element, 2)));
      heading.hidden = heading.textContent === "";
      // In accounts and the admin a section is a card; one within another is not.
      const outer = element.parentElement?.closest("s-section") ? null : "outer";
      setAll(box, { "aria-label": element.textOf("accessibilityLabel") || element.textOf("heading"), class: element.textOf("padding") === "base" ? "padded" : outer });
    };
  },
};

const page: Drawing = {
  css: `:host { display: block; } .head { display: flex; flex-wrap: wrap; gap: 8px 16px; justify-content: space-between; align-items: center; margin-bottom: 24px; }
    h1 { font-size: 24px; font-weight: 600; } p { color: var(--muted, #6b6b6b); } p:empty { display: none; } .actions { display: flex; gap: 8px; }`,
  build(element, shadow) {
    const [title, sub] = [make("h1"), make("p")];
    shadow.append(
      make("slot", { name: "breadcrumb-actions" }),
      make("div", { class: "head" }, make("div", {}, title, sub), make("div", { class: "actions" }, make("slot", { name: "secondary-actions" }), make("slot", { name: "primary-action" }))),
      make("slot"),
    );
    return () => {
      title.textContent = element.textOf("heading");
      sub.textContent = element.textOf("subheading");
    };
  },
};

const divider: Drawing = {
  css: ":host { display: block; } hr { border: 0; border-top: 1px solid var(--line, #dedede); margin: 0; } .block { border-top: 0; border-inline-start: 1px solid var(--line, #dedede); height: 100%; }",
  build(element, shadow) {
    const rule = make("hr");
    shadow.append(rule);
    return () => (rule.className = element.textOf("direction") === "block" ? "block" : "");
  },
};

function list(kind: "ul" | "ol"): Drawing {
  return {
    css: `:host { display: block; } ${kind} { margin: 0; padding-inline-start: 20px; display: grid; gap: 6px; }`,
    build(_element, shadow) {
      shadow.append(make(kind, { role: "list" }, make("slot")));
      return () => undefined;
    },
  };
}

/** What holds other things. */
export const LAYOUTS: Drawings = {
  "s-stack": container("", arrangeStack),
  "s-grid": container("", arrangeGrid),
  "s-grid-item": container("", (element, _box) => {
    element.style.gridColumn = element.textOf("gridColumn");
    element.style.gridRow = element.textOf("gridRow");
  }),
  "s-box": container(""),
  "s-scroll-box": container(".box { overflow: auto; }"),
  "s-query-container": container(""),
  "s-announcement": container(""),
  "s-button-group": container("", (_element, box) => Object.assign(box.style, { display: "flex", gap: "8px", flexWrap: "wrap" })),
  "s-section": section,
  "s-page": page,
  "s-divider": divider,
  "s-unordered-list": list("ul"),
  "s-ordered-list": list("ol"),
  "s-list-item": {
    css: ":host { display: list-item; }",
    build(element, shadow) {
      shadow.append(make("slot"));
      element.setAttribute("role", "listitem");
      return () => undefined;
    },
  },
};
