import { elementFor, plain, setLook } from "./component";
import type { Builder, PropsOf } from "./component";

export const buildBlockStack: Builder<"BlockStack"> = () => plain(elementFor("div", "BlockStack"), ({ alignment, spacing }) => ({ alignment, spacing }));

export const buildInlineStack: Builder<"InlineStack"> = () => plain(elementFor("div", "InlineStack"), ({ alignment, spacing }) => ({ alignment, spacing }));

export const buildBookend: Builder<"Bookend"> = () =>
  plain(elementFor("div", "Bookend"), ({ leading, trailing, alignment, spacing }) => ({ leading, trailing, alignment, spacing }));

export const buildView: Builder<"View"> = () => plain(elementFor("div", "View"), ({ inlinePadding, blockPadding }) => ({ inlinePadding, blockPadding }));

export const buildSeparator: Builder<"Separator"> = () => {
  const element = elementFor("div", "Separator");
  element.role = "separator";
  return {
    element,
    slot: null,
    update({ width, direction }) {
      element.setAttribute("aria-orientation", direction ?? "horizontal");
      setLook(element, { width, direction });
    },
  };
};

export const buildTiles: Builder<"Tiles"> = () => {
  const element = elementFor("div", "Tiles");
  let current: PropsOf<"Tiles"> = {};
  const fit = () => {
    const stacked = current.breakAt !== undefined && element.clientWidth > 0 && element.clientWidth < current.breakAt;
    const columns = stacked ? 1 : Math.min(current.maxPerLine ?? Infinity, Math.max(element.childElementCount, 1));
    element.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  };
  new ResizeObserver(fit).observe(element);
  new MutationObserver(fit).observe(element, { childList: true });
  return {
    element,
    slot: element,
    update(props) {
      current = props;
      setLook(element, { alignment: props.alignment, spacing: props.spacing });
      fit();
    },
  };
};

const VIEWPORTS = { large: "(min-width: 1200px)", medium: "(min-width: 750px)", small: "all" } as const;
type Sizes = PropsOf<"Layout">["sizes"];

export const buildLayout: Builder<"Layout"> = () => {
  const element = elementFor("div", "Layout");
  let current: PropsOf<"Layout"> = {};
  const fit = () => {
    const viewport = (["large", "medium", "small"] as const).find((size) => matchMedia(VIEWPORTS[size]).matches);
    const media = current.media?.find(({ viewportSize }) => viewportSize === viewport);
    const maxInlineSize = media?.maxInlineSize ?? current.maxInlineSize;
    element.style.maxInlineSize = maxInlineSize === undefined ? "" : length(maxInlineSize);
    element.style.gridTemplateColumns = columns(media?.sizes ?? current.sizes);
  };
  for (const query of Object.values(VIEWPORTS)) matchMedia(query).addEventListener("change", fit);
  return {
    element,
    slot: element,
    update(props) {
      current = props;
      setLook(element, { inlineAlignment: props.inlineAlignment, blockAlignment: props.blockAlignment });
      fit();
    },
  };
};

function length(size: number): string {
  return size <= 1 ? `${size * 100}%` : `${size}px`;
}

/** A share of the line is written in `fr`, so that the gaps between sections do not push the last one out. */
function columns(sizes: Sizes): string {
  const tracks = (sizes ?? []).map((size) => {
    if (size === "auto") return "auto";
    if (size === "fill") return "minmax(0, 1fr)";
    return size <= 1 ? `minmax(0, ${size}fr)` : `minmax(0, ${size}px)`;
  });
  return tracks.length > 0 ? tracks.join(" ") : "minmax(0, 1fr)";
}
