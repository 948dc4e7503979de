import type { Drawing, Drawings, HostElement } from "../../../../extensions/preview/components/host-element";
import { make, setAll } from "../../../../extensions/preview/components/host-element";
import { iconShape } from "../../../../extensions/preview/components/media";
import { word } from "../../../../extensions/preview/components/words";

const details: Drawing = {
  css: ":host { display: block; } summary { cursor: pointer; min-height: 32px; } summary::marker { color: var(--muted, #635e56); } .body { padding-block-start: 8px; }",
  build(element, shadow) {
    const shown = make("details", {}, make("summary", {}, make("slot", { name: "summary" })), make("div", { class: "body" }, make("slot")));
    shadow.append(shown);
    shown.open = element.flag("defaultOpen");
    shown.addEventListener("toggle", () => {
      if (shown.open === element.read("open")) return;
      element.announce("toggle", { open: shown.open });
      element.announce("aftertoggle");
    });
    return () => {
      if (typeof element.read("open") === "boolean") shown.open = element.flag("open");
    };
  },
};

const summary: Drawing = {
  css: ":host { display: inline; }",
  build(element, shadow) {
    element.slot = "summary";
    shadow.append(make("slot"));
    return () => undefined;
  },
};

const DIALOG_CSS = `
:host { display: contents; }
dialog { border: 0; border-radius: 14px; padding: 0; inline-size: min(560px, calc(100vw - 32px)); max-block-size: calc(100vh - 48px); color: var(--ink, #23211e); box-shadow: 0 20px 60px rgb(0 0 0 / 0.3); }
dialog::backdrop { background: rgb(0 0 0 / 0.45); }
header { display: flex; justify-content: space-between; gap: 16px; align-items: center; padding: 16px 20px; border-block-end: 1px solid var(--line, #dedede); }
h2 { font-size: 18px; }
header button { border: 0; background: none; inline-size: 36px; block-size: 36px; padding: 8px; cursor: pointer; }
.body { padding: 20px; }
footer { display: flex; justify-content: flex-end; gap: 10px; padding: 0 20px 20px; }
`;

/** A dialog over the page: opened and closed by a button's command, by Escape, or by the extension. */
const dialog: Drawing = {
  css: DIALOG_CSS,
  build(element, shadow) {
    const heading = make("h2");
    const close = make("button", { type: "button", "aria-label": word("close") }, iconShape("x"));
    const shown = make("dialog", {}, make("header", {}, heading, close), make("div", { class: "body" }, make("slot")), make("footer", {}, make("slot", { name: "secondary-actions" }), make("slot", { name: "primary-action" })));
    shadow.append(shown);
    const show = () => {
      if (shown.open) return;
      shown.showModal();
      element.announce("show");
      element.announce("aftershow");
    };
    const hide = () => shown.close();
    close.addEventListener("click", (event) => {
      event.stopPropagation();
      hide();
    });
    shown.addEventListener("close", () => {
      element.announce("hide");
      element.announce("afterhide");
    });
    element.onCommand = (command) => (command === "--hide" || (command !== "--show" && shown.open) ? hide() : show());
    Object.assign(element, { hideOverlay: hide });
    return () => {
      heading.textContent = element.textOf("heading");
      setAll(shown, { "aria-label": element.textOf("accessibilityLabel") || element.textOf("heading") });
    };
  },
};

/** What a button's command shows below it and hides again. */
function popover(role: string | null): Drawing {
  return {
    css: ":host { display: block; position: relative; } .shown { position: absolute; z-index: 10; padding: 12px; border: 1px solid var(--line, #dedede); border-radius: 10px; background: #fff; box-shadow: 0 8px 24px rgb(0 0 0 / 0.18); }",
    build(element: HostElement, shadow) {
      const shown = make("div", { class: "shown", role }, make("slot"));
      shown.hidden = true;
      shadow.append(shown);
      element.onCommand = (command) => {
        shown.hidden = command === "--hide" || (command !== "--show" && !shown.hidden);
        element.announce(shown.hidden ? "hide" : "show");
      };
      return () => setAll(shown, { "aria-label": element.textOf("accessibilityLabel") });
    },
  };
}

const tooltip: Drawing = {
  css: ".tip { font-size: 13px; color: var(--muted, #635e56); }",
  build(_element, shadow) {
    shadow.append(make("span", { class: "tip vh", role: "tooltip" }, make("slot")));
    return () => undefined;
  },
};

/** What opens and closes. */
export const OVERLAYS: Drawings = {
  "s-details": details, "s-summary": summary, "s-modal": dialog, "s-sheet": dialog, "s-customer-account-action": dialog, "s-popover": popover(null), "s-menu": popover("group"), "s-tooltip": tooltip,
};
