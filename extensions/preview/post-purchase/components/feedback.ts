import { elementFor, plain, safeAddress, setLook } from "./component";
import type { Builder, PropsOf } from "./component";

export const buildBanner: Builder<"Banner"> = ({ collapsible }) => {
  const element = elementFor("div", "Banner");
  const box = document.createElement(collapsible ? "details" : "div");
  const title = document.createElement(collapsible ? "summary" : "p");
  title.className = "pp-Banner-title";
  const slot = document.createElement("div");
  slot.className = "pp-Banner-content";
  box.append(title, slot);
  element.append(box);
  return {
    element,
    slot,
    update(props) {
      title.textContent = props.title ?? "";
      title.hidden = !props.title && !collapsible;
      element.role = props.status === "critical" || props.status === "warning" ? "alert" : "status";
      setLook(element, { status: props.status ?? "info", iconHidden: props.iconHidden });
    },
  };
};

export const buildCalloutBanner: Builder<"CalloutBanner"> = () => {
  const element = elementFor("section", "CalloutBanner");
  const title = document.createElement("p");
  title.className = "pp-CalloutBanner-title";
  const slot = document.createElement("div");
  slot.className = "pp-CalloutBanner-content";
  element.append(title, slot);
  return {
    element,
    slot,
    update({ title: text, border, background, alignment, spacing }) {
      title.textContent = text ?? "";
      title.hidden = !text;
      setLook(element, { border, background, alignment, spacing });
    },
  };
};

export const buildSpinner: Builder<"Spinner"> = () => {
  const element = elementFor("div", "Spinner");
  element.role = "status";
  return plain(element, ({ size, color }) => ({ size, color }));
};

const VIEWPORTS = { small: "(max-width: 749px)", medium: "(min-width: 750px) and (max-width: 1199px)", large: "(min-width: 1200px)" } as const;

export const buildImage: Builder<"Image"> = () => {
  const element = elementFor("picture", "Image");
  const image = document.createElement("img");
  element.append(image);
  return {
    element,
    slot: null,
    update(props) {
      element.replaceChildren(...sourcesOf(props), image);
      image.alt = props.decorative ? "" : (props.description ?? "");
      image.loading = props.loading ?? "eager";
      image.style.aspectRatio = props.aspectRatio === undefined ? "" : String(props.aspectRatio);
      image.src = safeAddress(props.source) ?? "";
      setLook(element, { bordered: props.bordered, fit: props.fit, framed: props.aspectRatio !== undefined });
    },
  };
};

function sourcesOf({ sources = [] }: PropsOf<"Image">): HTMLSourceElement[] {
  return sources.flatMap(({ source, viewportSize, resolution }) => {
    const address = safeAddress(source);
    if (address === null) return [];
    const element = document.createElement("source");
    element.srcset = resolution === undefined ? address : `${address} ${resolution}x`;
    if (viewportSize !== undefined) element.media = VIEWPORTS[viewportSize];
    return [element];
  });
}
