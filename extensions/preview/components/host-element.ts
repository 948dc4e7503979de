import { containerOf, resolveValue } from "./responsive";

/** How one element is drawn: its shadow tree, built once, and what brings it up to date when a property changes. */
export interface Drawing {
  readonly css?: string;
  build(element: HostElement, shadow: ShadowRoot): () => void;
}

export type Drawings = Readonly<Record<string, Drawing>>;

/** An `s-*` element on the page; `defineElement` gives it its properties. */
export abstract class HostElement extends HTMLElement {
  abstract readonly drawing: Drawing;
  /** What a `command` of a button does here; overlays and clipboard items have one. */
  onCommand: ((command: string) => void) | null = null;
  readonly #values = new Map<string, unknown>();
  #update: (() => void) | null = null;
  #queued = false;
  #sizes: ResizeObserver | null = null;

  // Preact writes these as attributes although there is a property of the name.
  static readonly observedAttributes = ["href"];

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    this.write(name, value ?? undefined);
  }

  /** Where a link really leads. */
  addressOf(href: string): string {
    return href;
  }

  connectedCallback(): void {
    if (this.#update === null) {
      const shadow = this.attachShadow({ mode: "open" });
      const style = document.createElement("style");
      style.textContent = `${COMMON_CSS}${this.drawing.css ?? ""}`;
      shadow.append(style);
      this.#update = this.drawing.build(this, shadow);
    }
    this.#draw();
  }

  disconnectedCallback(): void {
    this.#sizes?.disconnect();
    this.#sizes = null;
  }

  read(name: string): unknown {
    return this.#values.get(name);
  }

  write(name: string, value: unknown): void {
    if (this.#values.get(name) === value) return;
    this.#values.set(name, value);
    this.redraw();
  }

  /** Draws again once the present changes are through. */
  redraw(): void {
    if (this.#queued || this.#update === null) return;
    this.#queued = true;
    queueMicrotask(() => {
      this.#queued = false;
      this.#draw();
    });
  }

  /** A property as text, "" when it is not set; values that depend on the container's width are resolved. */
  textOf(name: string): string {
    const value = this.read(name);
    if (typeof value !== "string") return "";
    return value.startsWith("@container") ? resolveValue(value, containerOf(this).clientWidth) : value;
  }

  flag(name: string): boolean {
    return this.read(name) === true;
  }

  number(name: string): number | null {
    const value = this.read(name);
    return typeof value === "number" ? value : null;
  }

  /** Tells the extension: only the detail crosses to it; `state` is what its properties became. */
  announce(type: string, state?: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(state ?? {})) this.#values.set(name, value);
    this.dispatchEvent(new CustomEvent(type, { detail: state === undefined ? {} : { state } }));
  }

  #draw(): void {
    this.#update?.();
    if (this.#sizes === null && [...this.#values.values()].some((value) => typeof value === "string" && value.startsWith("@container"))) {
      this.#sizes = new ResizeObserver(() => this.redraw());
      this.#sizes.observe(containerOf(this));
    }
  }
}

const COMMON_CSS = `
*, *::before, *::after { box-sizing: border-box; }
:host { min-width: 0; }
:host([hidden]) { display: none; }
:focus-visible { outline: 3px solid #2f6fd6; outline-offset: 2px; }
button, input, select, textarea { font: inherit; color: inherit; }
p, h1, h2, h3, fieldset { margin: 0; padding: 0; border: 0; }
.vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@keyframes turn { to { transform: rotate(1turn); } }
@media (prefers-reduced-motion: reduce) { * { animation-duration: 3s !important; } }
`;

/** The elements of HTML; the declarations of Shopify's add their own to the list. */
export type HtmlTag = Exclude<keyof HTMLElementTagNameMap, `s-${string}`>;

/** An element with attributes and children; an attribute that is false or null is left out. */
export function make<Tag extends HtmlTag>(tag: Tag, attributes: Readonly<Record<string, string | boolean | null>> = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  setAll(element, attributes);
  element.append(...children);
  return element;
}

export function setAll(element: Element, attributes: Readonly<Record<string, string | boolean | null>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false || value === "") element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : value);
  }
}
