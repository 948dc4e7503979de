import type { Drawing, Drawings } from "./host-element";
import { HostElement, make, setAll } from "./host-element";
import { FIELD_CSS } from "./fields";

/** The options or choices of an element, in their order. */
function itemsOf(element: HostElement, tag: "s-option" | "s-choice"): HostElement[] {
  return [...element.querySelectorAll(tag)].filter((item) => item instanceof HostElement);
}

/** An option or choice is drawn by what it belongs to, which has to know when it changes. */
function item(owner: string): Drawing {
  return {
    css: ":host { display: none; }",
    build(element) {
      return () => {
        const parent = element.closest(owner);
        if (parent instanceof HostElement) parent.redraw();
      };
    },
  };
}

function redrawWithChildren(element: HostElement): void {
  new MutationObserver(() => element.redraw()).observe(element, { childList: true, subtree: true, characterData: true });
}

const select: Drawing = {
  css: `${FIELD_CSS} select { appearance: auto; }`,
  build(element, shadow) {
    const control = make("select", { id: "control", "aria-describedby": "error" });
    const label = make("label", { for: "control" });
    const error = make("div", { class: "error", id: "error" });
    const row = make("div", { class: "row" }, control);
    shadow.append(label, row, error);
    control.addEventListener("change", () => element.announce("change", { value: control.value }));
    control.addEventListener("focus", () => element.announce("focus"));
    control.addEventListener("blur", () => element.announce("blur"));
    redrawWithChildren(element);
    return () => {
      label.textContent = element.textOf("label");
      error.textContent = element.textOf("error");
      row.classList.toggle("invalid", element.textOf("error") !== "");
      const options = itemsOf(element, "s-option");
      const chosen = element.textOf("value") || options.find((option) => option.flag("selected") || option.flag("defaultSelected"))?.textOf("value") || "";
      const placeholder = element.textOf("placeholder");
      control.replaceChildren(
        ...(placeholder !== "" && chosen === "" ? [make("option", { value: "", disabled: true, selected: true }, placeholder)] : []),
        ...options.map((option) => make("option", { value: option.textOf("value"), disabled: option.flag("disabled"), "aria-label": option.textOf("accessibilityLabel") }, option.textContent.trim())),
      );
      if (chosen !== "") control.value = chosen;
      setAll(control, { disabled: element.flag("disabled"), required: element.flag("required"), autocomplete: element.textOf("autocomplete"), "aria-invalid": element.textOf("error") !== "" ? "true" : null });
    };
  },
};

const CHECK_CSS = `
:host { display: block; }
label { display: inline-flex; gap: 10px; align-items: center; min-height: 32px; cursor: pointer; }
input { inline-size: 20px; block-size: 20px; margin: 0; accent-color: var(--accent, #005bd1); flex: none; }
[role=switch] { appearance: none; inline-size: 40px; block-size: 24px; border-radius: 12px; background: #77736c; position: relative; cursor: pointer; }
[role=switch]::after { content: ""; position: absolute; inset-block-start: 3px; inset-inline-start: 3px; inline-size: 18px; block-size: 18px; border-radius: 50%; background: #fff; }
[role=switch]:checked { background: var(--accent, #005bd1); }
[role=switch]:checked::after { inset-inline-start: 19px; }
.error { color: #a02318; font-size: 14px; }
`;

/** Something that is on or off. */
function check(role: string | null): Drawing {
  return {
    css: CHECK_CSS,
    build(element, shadow) {
      const control = make("input", { type: "checkbox", role, "aria-describedby": "error" });
      const text = make("span");
      const error = make("div", { class: "error", id: "error" });
      shadow.append(make("label", {}, control, text), error);
      control.checked = element.flag("defaultChecked");
      control.addEventListener("change", () => element.announce("change", { checked: control.checked }));
      control.addEventListener("click", (event) => event.stopPropagation());
      return () => {
        text.textContent = element.textOf("label");
        error.textContent = element.textOf("error");
        if (typeof element.read("checked") === "boolean") control.checked = element.flag("checked");
        setAll(control, { disabled: element.flag("disabled"), required: element.flag("required"), "aria-label": element.textOf("accessibilityLabel") });
      };
    },
  };
}

const choiceList: Drawing = {
  css: `${CHECK_CSS} legend { font-size: 14px; font-weight: 600; padding: 0; margin-bottom: 6px; } .choices { display: grid; gap: 4px; } .inline { display: flex; flex-wrap: wrap; gap: 4px 18px; }`,
  build(element, shadow) {
    const legend = make("legend");
    const choices = make("div", { class: "choices" });
    const error = make("div", { class: "error", role: "status" });
    shadow.append(make("fieldset", {}, legend, choices, error));
    redrawWithChildren(element);
    const valuesNow = () => [...choices.querySelectorAll("input")].filter(({ checked }) => checked).map(({ value }) => value);
    choices.addEventListener("change", () => element.announce("change", { values: valuesNow() }));
    return () => {
      legend.textContent = element.textOf("label");
      legend.classList.toggle("vh", element.textOf("labelAccessibilityVisibility") === "exclusive");
      choices.classList.toggle("inline", element.textOf("variant") === "inline");
      error.textContent = element.textOf("error");
      const focused = shadow.activeElement instanceof HTMLInputElement ? shadow.activeElement.value : null;
      const given = element.read("values");
      choices.replaceChildren(...itemsOf(element, "s-choice").map((choice) => {
        const value = choice.textOf("value");
        const chosen = Array.isArray(given) ? given.includes(value) : choice.flag("selected") || choice.flag("defaultSelected");
        const control = make("input", { type: element.flag("multiple") ? "checkbox" : "radio", name: "choice", value, disabled: choice.flag("disabled") || element.flag("disabled"), "aria-label": choice.textOf("accessibilityLabel") });
        control.checked = chosen;
        return make("label", {}, control, make("span", {}, choice.textContent.trim()));
      }));
      if (focused !== null) [...choices.querySelectorAll("input")].find(({ value }) => value === focused)?.focus();
    };
  },
};

/** What is chosen. */
export const CHOICES: Drawings = {
  "s-select": select,
  "s-option": item("s-select"),
  "s-option-group": item("s-select"),
  "s-checkbox": check(null),
  "s-switch": check("switch"),
  "s-choice-list": choiceList,
  "s-choice": item("s-choice-list"),
};
