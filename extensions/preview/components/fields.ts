import type { Drawing, Drawings, HostElement } from "./host-element";
import { make, setAll } from "./host-element";
import { word } from "./words";

const CSS_TEXT = `
:host { display: block; }
label { display: block; font-size: 14px; font-weight: 600; margin-bottom: 4px; }
.row { display: flex; align-items: stretch; border: 1px solid #8f897f; border-radius: 8px; background: #fff; overflow: hidden; max-inline-size: 100%; }
.row:focus-within { outline: 3px solid #2f6fd6; outline-offset: 2px; }
input, textarea, select { flex: 1; min-width: 0; inline-size: 100%; min-height: 42px; padding: 6px 12px; border: 0; background: transparent; outline: none; }
.row button { inline-size: 44px; min-height: 44px; border: 0; background: #f5f2ed; cursor: pointer; font-size: 20px; }
.row button:disabled { color: #8b867d; cursor: not-allowed; }
.stepper input { padding-inline: 4px; text-align: center; appearance: textfield; -moz-appearance: textfield; }
.stepper input::-webkit-inner-spin-button { appearance: none; margin: 0; }
.affix { align-self: center; padding-inline: 10px; color: var(--muted, #635e56); }
.error { color: #a02318; font-size: 14px; margin-top: 4px; }
.invalid { border-color: #a02318; }
`;

type Control = HTMLInputElement | HTMLTextAreaElement;

/** A labelled field; the extension is told its value in words at each key and once it is settled. */
function field(create: (element: HostElement) => Control, decorate: (element: HostElement, control: Control, row: HTMLElement) => () => void = () => () => undefined): Drawing {
  return {
    css: CSS_TEXT,
    build(element, shadow) {
      const control = create(element);
      setAll(control, { id: "control", "aria-describedby": "error" });
      const label = make("label", { for: "control" });
      const [before, after] = [make("span", { class: "affix", "aria-hidden": "true" }), make("span", { class: "affix", "aria-hidden": "true" })];
      const row = make("div", { class: "row" }, before, control, after, make("slot", { name: "accessory" }));
      const error = make("div", { class: "error", id: "error", "aria-live": "polite" });
      shadow.append(label, row, error);
      const tell = (type: string) => element.announce(type, { value: control.value });
      control.addEventListener("input", (event) => {
        event.stopPropagation();
        tell("input");
      });
      control.addEventListener("change", () => tell("change"));
      control.addEventListener("focus", () => tell("focus"));
      control.addEventListener("blur", () => tell("blur"));
      control.value = element.textOf("defaultValue");
      const update = decorate(element, control, row);
      return () => {
        label.textContent = element.textOf("label");
        label.classList.toggle("vh", element.textOf("labelAccessibilityVisibility") === "exclusive");
        if (typeof element.read("value") === "string" && control.value !== element.textOf("value")) control.value = element.textOf("value");
        before.textContent = element.textOf("prefix");
        after.textContent = element.textOf("suffix");
        before.hidden = before.textContent === "";
        after.hidden = after.textContent === "";
        error.textContent = element.textOf("error");
        row.classList.toggle("invalid", element.textOf("error") !== "");
        setAll(control, {
          disabled: element.flag("disabled"), readonly: element.flag("readOnly"), required: element.flag("required"), placeholder: element.textOf("placeholder"), autocomplete: element.textOf("autocomplete"),
          "aria-invalid": element.textOf("error") !== "" ? "true" : null, maxlength: String(element.number("maxLength") ?? ""), minlength: String(element.number("minLength") ?? ""),
        });
        update();
      };
    },
  };
}

/** A number with buttons for less and more, as quantities have. */
const number = field(
  () => make("input", { type: "number" }),
  (element, control, row) => {
    const [less, more] = [make("button", { type: "button" }, "−"), make("button", { type: "button" }, "+")];
    const step = (direction: 1 | -1) => {
      const [min, max] = [element.number("min") ?? -Infinity, element.number("max") ?? Infinity];
      control.value = String(Math.min(max, Math.max(min, (Number(control.value) || 0) + direction * (element.number("step") ?? 1))));
      element.announce("input", { value: control.value });
      element.announce("change", { value: control.value });
      element.redraw();
    };
    for (const [button, direction] of [[less, -1], [more, 1]] as const) {
      button.addEventListener("click", (event) => {
        event.stopPropagation();
        step(direction);
      });
    }
    row.prepend(less);
    row.append(more);
    return () => {
      const steps = element.textOf("controls") === "stepper";
      row.classList.toggle("stepper", steps);
      [less.hidden, more.hidden] = [!steps, !steps];
      setAll(less, { "aria-label": `${word("less")}: ${element.textOf("label")}`, disabled: element.flag("disabled") || Number(control.value) <= (element.number("min") ?? -Infinity) });
      setAll(more, { "aria-label": `${word("more")}: ${element.textOf("label")}`, disabled: element.flag("disabled") || Number(control.value) >= (element.number("max") ?? Infinity) });
      setAll(control, { min: String(element.number("min") ?? ""), max: String(element.number("max") ?? ""), step: String(element.number("step") ?? ""), inputmode: element.textOf("inputMode") || "numeric" });
    };
  },
);

const textual = (type: string) => field(() => make("input", { type }));

/** What is typed. */
export const FIELDS: Drawings = {
  "s-text-field": textual("text"),
  "s-email-field": textual("email"),
  "s-phone-field": textual("tel"),
  "s-url-field": textual("url"),
  "s-password-field": textual("password"),
  "s-search-field": textual("search"),
  "s-date-field": textual("date"),
  "s-money-field": field(() => make("input", { type: "text", inputmode: "decimal" })),
  "s-number-field": number,
  "s-text-area": field(() => make("textarea", { rows: "3" })),
};

export { CSS_TEXT as FIELD_CSS };
