import { elementFor, uniqueId } from "./component";
import type { Builder, Component, PropsOf } from "./component";

/** A labelled box around a control, with a place for what is wrong with the value. */
function field(control: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement, name: string) {
  const element = elementFor("div", "Field");
  element.dataset["kind"] = name;
  const label = document.createElement("label");
  const error = document.createElement("p");
  error.className = "pp-Field-error";
  error.id = uniqueId();
  element.append(label, control, error);
  return {
    element,
    describe: (props: { id?: string | undefined; label: string; name?: string | undefined; required?: boolean | undefined; error?: string | undefined }) => {
      control.id = props.id ?? (control.id || uniqueId());
      control.name = props.name ?? "";
      control.required = props.required ?? false;
      label.htmlFor = control.id;
      label.textContent = props.label;
      error.textContent = props.error ?? "";
      error.hidden = !props.error;
      control.setAttribute("aria-invalid", String(Boolean(props.error)));
      if (props.error) control.setAttribute("aria-describedby", error.id);
      else control.removeAttribute("aria-describedby");
    },
  };
}

export const buildSelect: Builder<"Select"> = (initial) => {
  const control = document.createElement("select");
  const { element, describe } = field(control, "Select");
  let current: PropsOf<"Select"> = initial;
  control.addEventListener("change", () => current.onChange?.(control.value));
  return {
    element,
    slot: null,
    update(props) {
      current = props;
      describe(props);
      control.disabled = props.disabled ?? false;
      const options = props.options.map(({ value, label, disabled }) => Object.assign(new Option(label, value), { disabled: disabled ?? false }));
      if (props.placeholder) options.unshift(Object.assign(new Option(props.placeholder, ""), { disabled: true }));
      const same = options.length === control.length && options.every((option, index) => option.isEqualNode(control.options[index] ?? null));
      if (!same) control.replaceChildren(...options);
      control.value = props.value ?? (props.placeholder ? "" : control.value);
    },
  };
};

const INPUT_TYPES = { text: "text", email: "email", number: "text", telephone: "tel" } as const;

export const buildTextField: Builder<"TextField"> = (initial) => {
  const control = document.createElement(initial.multiline ? "textarea" : "input");
  const { element, describe } = field(control, "TextField");
  let current: PropsOf<"TextField"> = initial;
  control.addEventListener("input", () => current.onInput?.(control.value));
  control.addEventListener("change", () => {
    if (control.value !== (current.value ?? "")) current.onChange?.(control.value);
  });
  control.addEventListener("focus", () => current.onFocus?.());
  control.addEventListener("blur", () => current.onBlur?.());
  return {
    element,
    slot: null,
    update(props) {
      // The value belongs to the page while the buyer edits it; the extension's word counts when it changes.
      const changed = props.value !== current.value || props === initial;
      current = props;
      describe(props);
      if (changed || document.activeElement !== control) control.value = props.value ?? "";
      if (control instanceof HTMLInputElement) control.type = INPUT_TYPES[props.type ?? "text"];
      control.inputMode = props.type === "number" ? "decimal" : "";
      control.title = props.tooltip?.content ?? "";
    },
  };
};

/** A check box or radio whose state follows the props alone: a press asks the extension, which answers with new props. */
function toggle<Props>(
  kind: "Checkbox" | "Radio" | "BuyerConsent",
  press: (props: Props) => void,
  state: (props: Props) => { checked: boolean; disabled?: boolean | undefined; id?: string | undefined; name?: string | undefined; error?: string | undefined; accessibilityLabel?: string | undefined },
  initial: Props,
): Component<Props> & { label: HTMLElement } {
  const element = elementFor("div", "Toggle");
  const control = document.createElement("input");
  control.type = kind === "Radio" ? "radio" : "checkbox";
  const label = document.createElement("label");
  const error = document.createElement("p");
  error.className = "pp-Field-error";
  error.id = uniqueId();
  element.append(control, label, error);
  let current = initial;
  control.addEventListener("change", () => {
    press(current);
    control.checked = state(current).checked;
  });
  return {
    element,
    slot: label,
    label,
    update(props) {
      current = props;
      const { checked, disabled, id, name, error: problem, accessibilityLabel } = state(props);
      control.id = id ?? (control.id || uniqueId());
      control.name = name ?? "";
      control.checked = checked;
      control.disabled = disabled ?? false;
      label.htmlFor = control.id;
      if (accessibilityLabel) control.setAttribute("aria-label", accessibilityLabel);
      else control.removeAttribute("aria-label");
      error.textContent = problem ?? "";
      error.hidden = !problem;
      control.setAttribute("aria-invalid", String(Boolean(problem)));
      if (problem) control.setAttribute("aria-describedby", error.id);
      else control.removeAttribute("aria-describedby");
    },
  };
}

export const buildCheckbox: Builder<"Checkbox"> = (initial) => {
  const isChecked = (props: PropsOf<"Checkbox">) => props.checked ?? props.value ?? false;
  return toggle("Checkbox", (props) => props.onChange?.(!isChecked(props)), (props) => ({ ...props, checked: isChecked(props) }), initial);
};

export const buildRadio: Builder<"Radio"> = (initial) =>
  toggle("Radio", (props) => props.onChange?.(true), (props) => ({ ...props, checked: props.checked ?? props.value ?? false }), initial);

export const buildBuyerConsent: Builder<"BuyerConsent"> = (initial) => {
  const component = toggle("BuyerConsent", (props: PropsOf<"BuyerConsent">) => props.onChange(!props.checked), ({ checked, error }) => ({ checked, error }), initial);
  component.label.textContent = "I agree to be charged for future orders of this subscription until I cancel it.";
  return { ...component, slot: null };
};
