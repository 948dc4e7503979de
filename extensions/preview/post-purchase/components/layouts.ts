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
type Size = NonNullable<PropsOf<"Layout">["sizes"]>[number];

/** Sections side by side while their sizes fit on a line; what does not fit goes on to the next. */
export const buildLayout: Builder<"Layout"> = () => {
  const element = elementFor("div", "Layout");
  let current: PropsOf<"Layout"> = {};
  const fit = () => {
    const viewport = (["large", "medium", "small"] as const).find((size) => matchMedia(VIEWPORTS[size]).matches);
    const media = current.media?.find(({ viewportSize }) => viewportSize === viewport);
    const maxInlineSize = media?.maxInlineSize ?? current.maxInlineSize;
    element.style.maxInlineSize = maxInlineSize === undefined ? "" : length(maxInlineSize);
    const sizes = media?.sizes ?? current.sizes ?? [];
    [...element.children].forEach((section, index) => {
      if (section instanceof HTMLElement) section.style.flex = flexOf(sizes[index]);
    });
  };
  for (const query of Object.values(VIEWPORTS)) matchMedia(query).addEventListener("change", fit);
  new MutationObserver(fit).observe(element, { childList: true });
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

/** Numbers up to 1 are shares of the line, greater ones pixels, as the package documents. */
function length(size: number): string {
  return size <= 1 ? `${size * 100}%` : `${size}px`;
}

function flexOf(size: Size | undefined): string {
  if (size === "auto") return "0 0 auto";
  if (size === "fill") return "1 1 0";
  return size === undefined ? "0 0 100%" : `0 0 ${length(size)}`;
}
