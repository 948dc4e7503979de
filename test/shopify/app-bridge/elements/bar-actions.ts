import type { BarAction } from "../contract";

/** A button or link that an app placed into a bar of the admin, as the admin needs to know it. */
export function barAction(element: Element, id: string): BarAction {
  return {
    id,
    label: element.textContent?.trim() ?? "",
    critical: element.getAttribute("tone") === "critical",
    disabled: isOn(element, "disabled"),
    loading: isOn(element, "loading"),
  };
}

/** True for a boolean attribute in any of the ways that frameworks write it. */
export function isOn(element: Element, attribute: string): boolean {
  return element.hasAttribute(attribute) && element.getAttribute(attribute) !== "false";
}
