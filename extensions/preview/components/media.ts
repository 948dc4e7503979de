import { applyBox, radius } from "./box-style";
import type { Drawing, Drawings } from "./host-element";
import { make, setAll } from "./host-element";

const image: Drawing = {
  css: ":host { display: block; } img { display: block; max-width: 100%; height: auto; }",
  build(element, shadow) {
    const shown = make("img");
    shadow.append(shown);
    return () => {
      applyBox(element, shown);
      const fills = element.textOf("inlineSize") !== "auto";
      Object.assign(shown.style, { inlineSize: fills ? "100%" : "auto", aspectRatio: element.textOf("aspectRatio"), objectFit: element.textOf("objectFit") || "contain" });
      setAll(shown, { src: element.textOf("src"), srcset: element.textOf("srcSet"), sizes: element.textOf("sizes"), loading: element.textOf("loading") || "eager", role: ["none", "presentation"].includes(element.textOf("accessibilityRole")) ? "none" : null });
      shown.alt = element.textOf("alt");
    };
  },
};

const THUMBNAIL: Readonly<Record<string, string>> = { "small-100": "40px", small: "48px", base: "64px", "large-100": "84px", large: "72px" };

/** A product's picture in a frame of fixed size, so that nothing moves when it has loaded. */
const thumbnail: Drawing = {
  css: ":host { display: block; flex: none; } .frame { position: relative; display: block; border: 1px solid var(--line, #dedede); border-radius: 8px; background: #fff; } img { display: block; inline-size: 100%; block-size: 100%; object-fit: cover; border-radius: 7px; } .count { position: absolute; inset-block-start: -8px; inset-inline-end: -8px; min-width: 22px; padding: 0 6px; border-radius: 11px; background: #5b5b5b; color: #fff; font-size: 13px; line-height: 22px; text-align: center; }",
  build(element, shadow) {
    const [shown, count] = [make("img"), make("span", { class: "count" })];
    const frame = make("span", { class: "frame" }, shown, count);
    shadow.append(frame);
    return () => {
      const size = THUMBNAIL[element.textOf("size") || "base"] ?? "64px";
      Object.assign(frame.style, { inlineSize: size, blockSize: size });
      setAll(shown, { src: element.textOf("src"), srcset: element.textOf("srcSet"), sizes: element.textOf("sizes") });
      shown.alt = element.textOf("alt");
      shown.hidden = element.textOf("src") === "";
      count.textContent = String(element.number("totalItems") ?? "");
      count.hidden = element.number("totalItems") === null;
    };
  },
};

// Shapes for the icons that say something; the others are a dot.
const ICONS: Readonly<Record<string, string>> = {
  "check": "M4 10.5 8 14.5 16 6", "check-circle": "M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16M6.5 10 9 12.5 13.5 8", "x": "M5 5 15 15M15 5 5 15", "plus": "M10 4v12M4 10h12", "minus": "M4 10h12",
  "info": "M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16M10 9v5M10 6v.5", "alert-triangle": "M10 3 18 17H2ZM10 8v4M10 14v.5", "alert-circle": "M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16M10 6v5M10 13.5v.5",
  "chevron-down": "M5 8l5 5 5-5", "chevron-up": "M5 12l5-5 5 5", "chevron-right": "M8 5l5 5-5 5", "chevron-left": "M12 5l-5 5 5 5", "arrow-right": "M4 10h12M11 5l5 5-5 5", "arrow-left": "M16 10H4M9 5l-5 5 5 5",
  "gift-card": "M3 6h14v9H3ZM10 6v9M3 10h14", "discount": "M3 10 10 3h7v7l-7 7ZM13.5 6.5v.1", "reorder": "M4 8a6 6 0 0 1 11-2M16 3v4h-4M16 12a6 6 0 0 1-11 2M4 17v-4h4", "cart": "M3 4h2l2 9h8l2-6H6M8 16.5v.1M14 16.5v.1", "star": "M10 3l2 5 5 .3-4 3.200 1.500 5L10 13.800 5.500 16.500 7 11.500 3 8.300 8 8Z",
  "delete": "M5 6h10M8 6V4h4v2M6 6l1 11h6l1-11", "search": "M9 3a6 6 0 1 0 0 12a6 6 0 0 0 0-12M13.5 13.5 17 17", "external": "M8 4H4v12h12v-4M11 4h5v5M16 4 9 11", "clock": "M10 2a8 8 0 1 0 0 16a8 8 0 0 0 0-16M10 6v4l3 2", "calendar": "M3 5h14v12H3ZM3 9h14M7 3v4M13 3v4",
};
const ICON_SIZE: Readonly<Record<string, string>> = { "small-200": "12px", "small-100": "14px", small: "16px", base: "20px", large: "24px", "large-100": "28px" };

/** A picture of an icon by its name, for decoration. */
export function iconShape(type: string): SVGSVGElement {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  setAll(svg, { viewBox: "0 0 20 20", width: "100%", height: "100%", "aria-hidden": "true", fill: "none", stroke: "currentColor", "stroke-width": "1.6", "stroke-linecap": "round", "stroke-linejoin": "round" });
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", ICONS[type.replace("-filled", "")] ?? "M10 8.5a1.5 1.5 0 1 0 0 3a1.5 1.5 0 0 0 0-3");
  svg.append(path);
  return svg;
}

const icon: Drawing = {
  css: ":host { display: inline-flex; vertical-align: middle; flex: none; }",
  build(element, shadow) {
    const shown = make("span");
    shown.style.display = "inline-flex";
    shadow.append(shown);
    return () => {
      const size = ICON_SIZE[element.textOf("size") || "base"] ?? "20px";
      Object.assign(shown.style, { inlineSize: size, blockSize: size });
      shown.replaceChildren(iconShape(element.textOf("type")));
    };
  },
};

const group: Drawing = {
  css: ":host { display: block; } .grid { display: grid; grid-template-columns: 1fr 1fr; gap: 4px; }",
  build(_element, shadow) {
    shadow.append(make("div", { class: "grid" }, make("slot")));
    return () => undefined;
  },
};

const avatar: Drawing = {
  css: ":host { display: inline-flex; } span { display: grid; place-items: center; inline-size: 40px; block-size: 40px; border-radius: 50%; background: var(--tint, #eee); font-weight: 600; }",
  build(element, shadow) {
    const shown = make("span", { role: "img" });
    shadow.append(shown);
    return () => {
      shown.textContent = element.textOf("initials");
      setAll(shown, { "aria-label": element.textOf("alt") || element.textOf("initials") || "Avatar" });
      shown.style.borderRadius = radius("max");
    };
  },
};

/** What is looked at. */
export const MEDIA: Drawings = { "s-image": image, "s-product-thumbnail": thumbnail, "s-thumbnail": thumbnail, "s-icon": icon, "s-image-group": group, "s-avatar": avatar };
