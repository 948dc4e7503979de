import { elementFor, plain, setLook } from "./component";
import type { Builder, Component, PropsOf } from "./component";

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
  const { built, again } = fitted<PropsOf<"Tiles">>(element, ({ alignment, spacing }) => ({ alignment, spacing }), (current) => {
    const stacked = current.breakAt !== undefined && element.clientWidth > 0 && element.clientWidth < current.breakAt;
    const columns = stacked ? 1 : Math.min(current.maxPerLine ?? Infinity, Math.max(element.childElementCount, 1));
    element.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  });
  new ResizeObserver(again).observe(element);
  return built;
};

const VIEWPORTS = { large: "(min-width: 1200px)", medium: "(min-width: 750px)", small: "all" } as const;
type Size = NonNullable<PropsOf<"Layout">["sizes"]>[number];

/** Sections side by side while their sizes fit on a line; what does not fit goes on to the next. */
export const buildLayout: Builder<"Layout"> = () => {
  const element = elementFor("div", "Layout");
  const { built, again } = fitted<PropsOf<"Layout">>(element, ({ inlineAlignment, blockAlignment }) => ({ inlineAlignment, blockAlignment }), (current) => {
    const viewport = (["large", "medium", "small"] as const).find((size) => matchMedia(VIEWPORTS[size]).matches);
    const media = current.media?.find(({ viewportSize }) => viewportSize === viewport);
    const maxInlineSize = media?.maxInlineSize ?? current.maxInlineSize;
    element.style.maxInlineSize = maxInlineSize === undefined ? "" : length(maxInlineSize);
    const sizes = media?.sizes ?? current.sizes ?? [];
    [...element.children].forEach((section, index) => {
      if (section instanceof HTMLElement) section.style.flex = flexOf(sizes[index]);
    });
  });
  for (const query of Object.values(VIEWPORTS)) matchMedia(query).addEventListener("change", again);
  return built;
};

/** A component that is fitted to what is in it: with every change of its properties and children, and whenever `again` is called. */
function fitted<Props>(
  element: HTMLElement, look: (props: Props) => Parameters<typeof setLook>[1], fit: (props: Props) => void,
): { built: Component<Props>; again: () => void } {
  let current: Props | undefined;
  const again = () => {
    if (current !== undefined) fit(current);
  };
  new MutationObserver(again).observe(element, { childList: true });
  const update = (props: Props) => {
    current = props;
    setLook(element, look(props));
    again();
  };
  return { built: { element, slot: element, update }, again };
}

/** Numbers up to 1 are shares of the line, greater ones pixels, as the package documents. */
function length(size: number): string {
  return size <= 1 ? `${size * 100}%` : `${size}px`;
}

function flexOf(size: Size | undefined): string {
  if (size === "auto") return "0 0 auto";
  if (size === "fill") return "1 1 0";
  return size === undefined ? "0 0 100%" : `0 0 ${length(size)}`;
}
