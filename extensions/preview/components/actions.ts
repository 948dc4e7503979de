import { applyBox } from "./box-style";
import type { Drawing, Drawings } from "./host-element";
import { HostElement, make, setAll } from "./host-element";
import { word } from "./words";

/** Asks the page to go somewhere: addresses such as `extension:/` and `shopify:` mean something only to it. */
export const NAVIGATE_EVENT = "extension:navigate";

/** The inner button or link of an element that is pressed; it is replaced when an address comes or goes. */
function pressable(css: string, update: (element: HostElement, inner: HTMLElement) => void): Drawing {
  return {
    css,
    build(element, shadow) {
      let inner: HTMLElement | null = null;
      return () => {
        const href = element.textOf("href");
        const tag = href === "" ? "button" : "a";
        if (inner?.localName !== tag) {
          const next = make(tag, { class: "inner" }, make("slot"));
          next.addEventListener("click", (event) => press(element, event));
          next.addEventListener("focus", () => element.announce("focus"));
          next.addEventListener("blur", () => element.announce("blur"));
          if (inner) inner.replaceWith(next);
          else shadow.append(next);
          inner = next;
        }
        const off = element.flag("disabled") || element.flag("loading");
        setAll(inner, {
          "aria-label": element.textOf("accessibilityLabel"),
          "aria-busy": element.flag("loading") ? "true" : null,
          ...(tag === "a" ? { href: element.addressOf(href), target: element.textOf("target") === "_blank" ? "_blank" : null, "aria-disabled": off ? "true" : null } : { type: "button", disabled: off }),
        });
        update(element, inner);
      };
    },
  };
}

/** Only the element's own event reaches the extension; what follows from address, command and type comes after it. */
function press(element: HostElement, event: Event): void {
  event.stopPropagation();
  const href = element.textOf("href");
  if (element.flag("disabled") || element.flag("loading")) {
    event.preventDefault();
    return;
  }
  element.announce("click");
  if (href !== "" && !/^(https?:|\/|#|mailto:|tel:)/.test(href)) {
    event.preventDefault();
    element.dispatchEvent(new CustomEvent(NAVIGATE_EVENT, { bubbles: true, composed: true, detail: href }));
  }
  const target = element.textOf("commandFor");
  if (target !== "") commandTo(element, target);
  else if (element.textOf("type") === "submit") {
    const form = element.closest("s-form");
    if (form instanceof HostElement) form.announce("submit");
  }
}

function commandTo(element: HostElement, id: string): void {
  const target = element.closest(".extension-root")?.querySelector(`#${CSS.escape(id)}`);
  if (target instanceof HostElement) target.onCommand?.(element.textOf("command") || "--auto");
}

const BUTTON_CSS = `
:host { display: inline-block; max-inline-size: 100%; }
.inner { display: inline-flex; align-items: center; justify-content: center; gap: 8px; min-height: 44px; padding: 8px 18px; border: 1px solid transparent; border-radius: 8px; font-weight: 600; text-decoration: none; text-align: center; cursor: pointer; background: transparent; max-inline-size: 100%; overflow-wrap: anywhere; }
.inner[data-variant=primary] { background: var(--accent, #005bd1); color: #fff; }
.inner[data-variant=primary]:hover { background: var(--accent-dark, #00489f); }
.inner[data-variant=secondary] { border-color: #8f897f; background: #fff; color: var(--ink, #23211e); }
.inner[data-variant=secondary]:hover { background: #f5f2ed; }
.inner[data-tone=critical] { color: #a02318; }
.inner[data-tone=critical][data-variant=primary] { background: #a02318; color: #fff; }
.inner:disabled, .inner[aria-disabled=true] { background: #e7e4df; border-color: #e7e4df; color: #5d5850; cursor: not-allowed; }
.inner[aria-busy=true]::before { content: ""; inline-size: 16px; block-size: 16px; border: 2px solid currentColor; border-inline-end-color: transparent; border-radius: 50%; animation: turn 0.8s linear infinite; }
.fill { inline-size: 100%; }
`;

const button = pressable(BUTTON_CSS, (element, inner) => {
  const variant = element.textOf("variant");
  inner.dataset["variant"] = variant === "primary" ? "primary" : "secondary";
  inner.dataset["tone"] = element.textOf("tone");
  inner.classList.toggle("fill", element.textOf("inlineSize") === "fill");
  element.style.display = element.textOf("inlineSize") === "fill" ? "block" : "";
});

const pressButton: Drawing = {
  css: BUTTON_CSS,
  build(element, shadow) {
    const inner = make("button", { class: "inner", type: "button", "data-variant": "secondary" }, make("slot"));
    const pressed = () => (typeof element.read("pressed") === "boolean" ? element.flag("pressed") : element.flag("defaultPressed"));
    inner.addEventListener("click", (event) => {
      event.stopPropagation();
      element.announce("click", { pressed: !pressed() });
      element.redraw();
    });
    shadow.append(inner);
    return () => setAll(inner, { "aria-pressed": String(pressed()), "aria-label": element.textOf("accessibilityLabel"), disabled: element.flag("disabled") || element.flag("loading") });
  },
};

/** Texts of an order may be copied by a button whose command leads here. */
const clipboard: Drawing = {
  css: ":host { display: none; }",
  build(element) {
    element.onCommand = () => void navigator.clipboard.writeText(element.textOf("text")).then(() => element.announce("copy"), () => element.announce("copyerror"));
    return () => undefined;
  },
};

const form: Drawing = {
  css: ":host { display: block; }",
  build(element, shadow) {
    shadow.append(make("slot"));
    element.addEventListener("keydown", (event) => {
      if (event instanceof KeyboardEvent && event.key === "Enter" && event.target instanceof HTMLElement && event.target.localName.endsWith("-field")) element.announce("submit");
    });
    return () => setAll(element, { "aria-label": element.flag("loading") ? word("loading") : null });
  },
};

/** What is pressed. */
export const ACTIONS: Drawings = {
  "s-button": button,
  "s-press-button": pressButton,
  "s-link": pressable(":host { display: inline; } .inner { display: inline; background: none; border: 0; padding: 0; color: var(--accent, #005bd1); text-decoration: underline; text-underline-offset: 3px; cursor: pointer; text-align: start; }", () => undefined),
  "s-clickable": pressable(":host { display: block; } .inner { display: block; inline-size: 100%; background: none; border: 0 solid; padding: 0; text-align: start; color: inherit; text-decoration: none; cursor: pointer; } .inner:disabled { cursor: not-allowed; opacity: 0.7; }", applyBox),
  "s-clickable-chip": pressable(":host { display: inline-block; } .inner { padding: 4px 14px; min-height: 36px; border: 1px solid #8f897f; border-radius: 18px; background: #fff; cursor: pointer; }", () => undefined),
  "s-clipboard-item": clipboard,
  "s-form": form,
};
