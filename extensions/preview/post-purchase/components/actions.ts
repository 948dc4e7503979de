import { elementFor, plain, safeAddress, setLook } from "./component";
import type { Builder, PropsOf } from "./component";

export const buildButton: Builder<"Button"> = ({ to }) => (to === undefined ? pressableButton() : linkButton());

function pressableButton(): ReturnType<Builder<"Button">> {
  const element = elementFor("button", "Button");
  const label = document.createElement("span");
  label.className = "pp-Button-label";
  const waiting = document.createElement("span");
  waiting.className = "pp-Button-waiting";
  element.append(label, waiting);
  let current: PropsOf<"Button"> = {};
  element.addEventListener("click", (event) => {
    if (current.loading || current.disabled) event.preventDefault();
    else current.onPress?.();
  });
  return {
    element,
    slot: label,
    update(props) {
      current = props;
      element.type = props.submit ? "submit" : "button";
      element.disabled = props.disabled ?? false;
      // Not `disabled` while loading: that would throw the keyboard's focus to the top of the page.
      element.setAttribute("aria-disabled", String(Boolean(props.disabled || props.loading)));
      element.setAttribute("aria-busy", String(Boolean(props.loading)));
      waiting.textContent = props.loading ? (props.loadingLabel ?? "") : "";
      setLook(element, { loading: props.loading, subdued: props.subdued, plain: props.plain });
    },
  };
}

function linkButton(): ReturnType<Builder<"Button">> {
  const element = elementFor("a", "Button");
  let current: PropsOf<"Button"> = {};
  element.addEventListener("click", () => current.onPress?.());
  return {
    element,
    slot: element,
    update(props) {
      current = props;
      setAddress(element, props.to);
      setLook(element, { subdued: props.subdued, plain: props.plain });
    },
  };
}

export const buildLink: Builder<"Link"> = ({ to }) => {
  const element = to === undefined ? elementFor("button", "Link") : elementFor("a", "Link");
  if (element instanceof HTMLButtonElement) element.type = "button";
  let current: PropsOf<"Link"> = {};
  element.addEventListener("click", () => current.onPress?.());
  return {
    element,
    slot: element,
    update(props) {
      current = props;
      element.id = props.id ?? "";
      if (!(element instanceof HTMLAnchorElement)) return;
      setAddress(element, props.to);
      element.target = props.external ? "_blank" : "";
      element.rel = props.external ? "noopener" : "";
    },
  };
};

function setAddress(element: HTMLAnchorElement, address: string | undefined): void {
  const safe = safeAddress(address);
  if (safe === null) element.removeAttribute("href");
  else element.href = safe;
}

export const buildButtonGroup: Builder<"ButtonGroup"> = () => plain(elementFor("div", "ButtonGroup"));

export const buildForm: Builder<"Form"> = () => {
  const element = elementFor("form", "Form");
  element.noValidate = true;
  const slot = document.createElement("div");
  const implicit = document.createElement("button");
  implicit.type = "submit";
  element.append(slot, implicit);
  let current: PropsOf<"Form"> = { onSubmit: () => undefined };
  element.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!current.disabled) current.onSubmit();
  });
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && current.implicitSubmit === false) event.preventDefault();
  });
  return {
    element,
    slot,
    update(props) {
      current = props;
      const label = typeof props.implicitSubmit === "string" ? props.implicitSubmit : "";
      implicit.textContent = label;
      implicit.hidden = label === "";
      implicit.className = label === "" ? "" : "pp-VisuallyHidden";
    },
  };
};

export const buildFormLayout: Builder<"FormLayout"> = () => plain(elementFor("div", "FormLayout"));

export const buildFormLayoutGroup: Builder<"FormLayoutGroup"> = () => plain(elementFor("div", "FormLayoutGroup"));
