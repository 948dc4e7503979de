import { elementFor, plain, setLook } from "./component";
import type { Builder } from "./component";

export const buildHeading: Builder<"Heading"> = (_props, { headingLevel }) => {
  const element = document.createElement("div");
  element.className = "pp-Heading";
  return {
    element,
    slot: element,
    update({ id, level, role }) {
      element.id = id ?? "";
      element.role = role === "presentation" ? "presentation" : "heading";
      if (role === "presentation") element.removeAttribute("aria-level");
      else element.setAttribute("aria-level", String(Math.min(headingLevel, 6)));
      setLook(element, { level: level ?? Math.min(headingLevel - 1, 3) });
    },
  };
};

const TAG_OF_ROLE = { address: "address", deletion: "del", abbreviation: "abbr", "directional-override": "bdo", datetime: "time" } as const;

export const buildText: Builder<"Text"> = ({ role: initialRole }) => {
  const kind = typeof initialRole === "object" ? initialRole.type : initialRole;
  const element = elementFor(kind ? TAG_OF_ROLE[kind] : "span", "Text");
  return {
    element,
    slot: element,
    update({ id, size, emphasized, subdued, appearance, role }) {
      element.id = id ?? "";
      setLook(element, { size, emphasized, subdued, appearance });
      if (typeof role !== "object") return;
      if (role.type === "abbreviation") element.title = role.for ?? "";
      if (role.type === "directional-override") element.dir = role.direction;
      if (role.type === "datetime") element.setAttribute("datetime", role.machineReadable ?? "");
    },
  };
};

export const buildTextBlock: Builder<"TextBlock"> = () => {
  const element = elementFor("p", "TextBlock");
  return {
    element,
    slot: element,
    update({ id, size, emphasized, subdued, appearance }) {
      element.id = id ?? "";
      setLook(element, { size, emphasized, subdued, appearance });
    },
  };
};

export const buildTextContainer: Builder<"TextContainer"> = () =>
  plain(elementFor("div", "TextContainer"), ({ alignment, spacing }) => ({ alignment, spacing }));

export const buildHeadingGroup: Builder<"HeadingGroup"> = () => plain(elementFor("div", "HeadingGroup"));

export const buildVisuallyHidden: Builder<"VisuallyHidden"> = () => plain(elementFor("span", "VisuallyHidden"));

export const buildHiddenForAccessibility: Builder<"HiddenForAccessibility"> = () => {
  const element = elementFor("div", "HiddenForAccessibility");
  element.setAttribute("aria-hidden", "true");
  return plain(element);
};
