import type { HostElement } from "./host-element";

const SPACE: Readonly<Record<string, string>> = {
  none: "0", "small-500": "2px", "small-400": "4px", "small-300": "6px", "small-200": "8px", "small-100": "10px", small: "12px", base: "16px",
  large: "20px", "large-100": "20px", "large-200": "24px", "large-300": "32px", "large-400": "40px", "large-500": "48px",
};
const RADIUS: Readonly<Record<string, string>> = { none: "0", "small-100": "2px", small: "4px", base: "6px", large: "10px", "large-100": "14px", max: "999px" };
const WIDTH: Readonly<Record<string, string>> = { none: "0", base: "1px", large: "2px", "large-100": "3px", "large-200": "4px" };
const BACKGROUND: Readonly<Record<string, string>> = { base: "#fff", subdued: "var(--tint, #f5f5f5)", transparent: "transparent" };
const SIZE_WORDS: Readonly<Record<string, string>> = { fill: "100%", auto: "auto" };

const SIZES = {
  blockSize: "block-size", inlineSize: "inline-size", maxBlockSize: "max-block-size", maxInlineSize: "max-inline-size", minBlockSize: "min-block-size", minInlineSize: "min-inline-size",
} as const;
const PADDINGS = {
  padding: "padding", paddingBlock: "padding-block", paddingInline: "padding-inline", paddingBlockStart: "padding-block-start", paddingBlockEnd: "padding-block-end",
  paddingInlineStart: "padding-inline-start", paddingInlineEnd: "padding-inline-end",
} as const;

/** A space word ("base", "small-200 none") as CSS. */
export function space(words: string): string {
  return words.split(" ").map((word) => SPACE[word] ?? word).join(" ");
}

/** Radius words as CSS. */
export function radius(words: string): string {
  return words.split(" ").map((word) => RADIUS[word] ?? word).join(" ");
}

/** Draws an element's box as its properties say: padding, size, border, corners, background. */
export function applyBox(element: HostElement, target: HTMLElement): void {
  const { style } = target;
  const set = (property: string, value: string) => (value === "" ? style.removeProperty(property) : style.setProperty(property, value));
  for (const [name, property] of Object.entries(PADDINGS)) set(property, space(element.textOf(name)));
  for (const [name, property] of Object.entries(SIZES)) set(property, SIZE_WORDS[element.textOf(name)] ?? element.textOf(name));
  set("background", BACKGROUND[element.textOf("background")] ?? "");
  set("border-radius", radius(element.textOf("borderRadius")));
  set("overflow", element.textOf("overflow"));
  applyBorder(element, set);
  const display = element.textOf("display");
  element.style.display = display === "none" ? "none" : "";
}

function applyBorder(element: HostElement, set: (property: string, value: string) => void): void {
  const [size = "", , style = "solid"] = element.textOf("border").split(" ");
  const widths = (element.textOf("borderWidth") || size).split(" ").map((word) => WIDTH[word] ?? "0").join(" ");
  const styles = element.textOf("borderStyle") || (style === "auto" ? "solid" : style);
  const bordered = size !== "" || element.textOf("borderWidth") !== "";
  set("border-style", bordered ? styles : "");
  set("border-width", bordered ? widths : "");
  set("border-color", bordered ? "var(--line, #dedede)" : "");
}

const ROLES: Readonly<Record<string, string>> = {
  aside: "complementary", footer: "contentinfo", header: "banner", "list-item": "listitem", "list-item-separator": "separator", "ordered-list": "list", "unordered-list": "list", section: "region",
};

/** What a container is to a screen reader. */
export function applyRole(element: HostElement, target: HTMLElement): void {
  const role = element.textOf("accessibilityRole");
  const label = element.textOf("accessibilityLabel");
  const named = role !== "" && role !== "generic" ? (ROLES[role] ?? role) : label === "" ? "" : "group";
  if (named === "") target.removeAttribute("role");
  else target.setAttribute("role", named);
  if (label === "") target.removeAttribute("aria-label");
  else target.setAttribute("aria-label", label);
  if (element.textOf("accessibilityVisibility") === "hidden") target.setAttribute("aria-hidden", "true");
  else target.removeAttribute("aria-hidden");
  target.classList.toggle("vh", element.textOf("accessibilityVisibility") === "exclusive");
}
