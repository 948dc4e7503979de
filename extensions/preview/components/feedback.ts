import type { Drawing, Drawings } from "./host-element";
import { make, setAll } from "./host-element";
import { iconShape } from "./media";
import { word } from "./words";

const banner: Drawing = {
  css: `:host { display: block; } .banner { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: 6px 12px; padding: 14px; border: 1px solid #b8cfee; border-radius: 10px; background: #eff5fd; color: var(--ink, #23211e); }
    .icon { inline-size: 20px; margin-top: 2px; } [data-tone=critical] { background: #fdf1ef; border-color: #e9b9b2; } [data-tone=warning] { background: #fff6e5; border-color: #ecd09a; } [data-tone=success] { background: #f0f7f3; border-color: #b9d5c6; }
    .heading { font-weight: 600; } .heading:empty { display: none; } button { border: 0; background: none; inline-size: 32px; block-size: 32px; padding: 6px; cursor: pointer; }`,
  build(element, shadow) {
    const heading = make("div", { class: "heading" });
    const icon = make("span", { class: "icon" });
    const dismiss = make("button", { type: "button", "aria-label": word("dismiss") }, iconShape("x"));
    const shown = make("div", { class: "banner" }, icon, make("div", {}, heading, make("slot"), make("slot", { name: "secondary-actions" })), dismiss);
    shadow.append(shown);
    dismiss.addEventListener("click", (event) => {
      event.stopPropagation();
      element.hidden = true;
      element.announce("dismiss");
      element.announce("afterhide");
    });
    return () => {
      const tone = element.textOf("tone");
      heading.textContent = element.textOf("heading");
      dismiss.hidden = !element.flag("dismissible");
      shown.dataset["tone"] = tone;
      setAll(shown, { role: tone === "critical" ? "alert" : "status" });
      icon.replaceChildren(iconShape(tone === "critical" || tone === "warning" ? "alert-triangle" : tone === "success" ? "check-circle" : "info"));
    };
  },
};

const spinner: Drawing = {
  css: ":host { display: inline-block; } .turning { display: block; inline-size: 24px; block-size: 24px; border: 3px solid #d8d2c7; border-block-start-color: var(--accent, #005bd1); border-radius: 50%; animation: turn 0.9s linear infinite; }",
  build(element, shadow) {
    const text = make("span", { class: "vh" });
    shadow.append(make("span", { role: "status" }, make("span", { class: "turning" }), text));
    return () => (text.textContent = element.textOf("accessibilityLabel") || word("loading"));
  },
};

/** Stands where text will be: as wide as its `content` would be, and never read out. */
const skeleton: Drawing = {
  css: ":host { display: block; } .bar { display: inline; color: transparent; background: #e7e3db; border-radius: 5px; user-select: none; -webkit-box-decoration-break: clone; box-decoration-break: clone; }",
  build(element, shadow) {
    const bar = make("span", { class: "bar", "aria-hidden": "true" });
    shadow.append(bar);
    return () => (bar.textContent = element.textOf("content") || "Lorem ipsum dolor sit amet, consectetur adipiscing elit sed do.");
  },
};

const progress: Drawing = {
  css: ":host { display: block; } progress { inline-size: 100%; accent-color: var(--accent, #005bd1); }",
  build(element, shadow) {
    const shown = make("progress");
    shadow.append(shown);
    return () => {
      setAll(shown, { "aria-label": element.textOf("accessibilityLabel") || word("loading"), max: String(element.number("max") ?? 1) });
      const value = element.number("value");
      if (value === null) shown.removeAttribute("value");
      else shown.value = value;
    };
  },
};

/** What tells how things are. */
export const FEEDBACK: Drawings = { "s-banner": banner, "s-spinner": spinner, "s-skeleton-paragraph": skeleton, "s-progress": progress };
