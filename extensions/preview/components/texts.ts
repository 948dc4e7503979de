import type { Drawing, Drawings, HostElement } from "./host-element";
import { make, setAll } from "./host-element";
import { levelOf } from "./layouts";

const TONES: Readonly<Record<string, string>> = { critical: "#a02318", success: "#1b5e3a", warning: "#7a4b00", info: "#1d4f91" };

/** Colour and visibility that all texts have. */
function applyText(element: HostElement, target: HTMLElement): void {
  target.style.color = TONES[element.textOf("tone")] ?? (element.textOf("color") === "subdued" ? "var(--muted, #635e56)" : "");
  setAll(target, { "aria-hidden": element.textOf("accessibilityVisibility") === "hidden" ? "true" : null });
  target.classList.toggle("vh", element.textOf("accessibilityVisibility") === "exclusive");
  element.style.display = element.textOf("display") === "none" ? "none" : "";
}

const TEXT_TAGS: Readonly<Record<string, "address" | "em" | "mark" | "s" | "small" | "strong">> = { address: "address", emphasis: "em", mark: "mark", redundant: "s", small: "small", strong: "strong" };

const text: Drawing = {
  css: ":host { display: inline; overflow-wrap: anywhere; } s { opacity: 0.85; } small, .offset { font-size: 13px; } address { font-style: normal; }",
  build(element, shadow) {
    let shown: HTMLElement | null = null;
    return () => {
      const tag = TEXT_TAGS[element.textOf("type")] ?? "span";
      if (shown?.localName !== tag) {
        const next = make(tag, {}, make("slot"));
        if (shown) shown.replaceWith(next);
        else shadow.append(next);
        shown = next;
      }
      applyText(element, shown);
    };
  },
};

const paragraph: Drawing = {
  css: ":host { display: block; overflow-wrap: anywhere; } .small { font-size: 14px; }",
  build(element, shadow) {
    const shown = make("p", {}, make("slot"));
    shadow.append(shown);
    return () => {
      applyText(element, shown);
      shown.classList.toggle("small", element.textOf("type") === "small");
      shown.style.textAlign = element.textOf("textAlign") === "auto" ? "" : element.textOf("textAlign");
    };
  },
};

const heading: Drawing = {
  css: ":host { display: block; overflow-wrap: anywhere; } .shown { font-weight: 600; line-height: 1.3; } [data-level='2'] { font-size: 18px; } [data-level='3'] { font-size: 16px; }",
  build(element, shadow) {
    const shown = make("div", { class: "shown" }, make("slot"));
    shadow.append(shown);
    return () => {
      const level = String(levelOf(element, 2));
      const plain = ["none", "presentation"].includes(element.textOf("accessibilityRole"));
      shown.dataset["level"] = level;
      setAll(shown, { role: plain ? null : "heading", "aria-level": plain ? null : level });
    };
  },
};

function inline(css: string, update: (element: HostElement, shown: HTMLElement) => void): Drawing {
  return {
    css: `:host { display: inline-flex; vertical-align: middle; } .shown { display: inline-flex; align-items: center; gap: 4px; }${css}`,
    build(element, shadow) {
      const shown = make("span", { class: "shown" }, make("slot", { name: "graphic" }), make("slot"));
      shadow.append(shown);
      return () => update(element, shown);
    },
  };
}

/** What is read. */
export const TEXTS: Drawings = {
  "s-text": text,
  "s-paragraph": paragraph,
  "s-heading": heading,
  "s-abbreviation": inline("", () => undefined),
  "s-time": inline("", () => undefined),
  "s-badge": inline(".shown { padding: 1px 10px; border-radius: 12px; font-size: 13px; font-weight: 600; background: #eceae6; color: #3c3934; } [data-tone=critical] { background: #fbe3df; color: #7d1a11; } [data-tone=success] { background: #d8e9df; color: #14402f; } [data-tone=warning] { background: #ffefd1; color: #5c3900; } [data-tone=info] { background: #dfeafa; color: #143f78; }", (element, shown) => (shown.dataset["tone"] = element.textOf("tone"))),
  "s-chip": inline(".shown { padding: 3px 12px; border-radius: 16px; border: 1px solid var(--line, #dedede); }", (element, shown) => setAll(shown, { role: element.textOf("accessibilityLabel") ? "group" : null, "aria-label": element.textOf("accessibilityLabel") })),
};
