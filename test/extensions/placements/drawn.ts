/** What stands on a page, as a shopper finds it: by its texts and by the names of its controls. */
export interface Drawn {
  readonly isEmpty: boolean;
  /** Everything that is said, in order; what only those who listen hear is part of it. */
  readonly text: string;
  /** Controls by name: `accessibilityLabel`, `label` or their text. */
  named(label: string): Element | undefined;
  names(): string[];
  all(tag: string): Element[];
  /** A property of the first element of a kind. */
  property(tag: string, name: string): unknown;
}

const CONTROLS = ["s-button", "s-link", "s-select", "s-number-field", "s-switch", "s-checkbox", "s-press-button"];
const SPOKEN = ["heading", "label"];

export function drawnIn(body: Element): Drawn {
  const elements = below(body);
  const controls = elements.filter((element) => CONTROLS.includes(element.localName));
  return {
    isEmpty: elements.every(({ localName }) => ["s-stack", "s-box", "s-section"].includes(localName)) && textOf(body) === "",
    text: textOf(body),
    named: (label) => controls.find((control) => nameOf(control) === label),
    names: () => controls.map(nameOf),
    all: (tag) => elements.filter(({ localName }) => localName === tag),
    property: (tag, name) => propertyOf(elements.find(({ localName }) => localName === tag), name),
  };
}

/** A property of an element, which the DOM's types do not know of `s-*` elements. Preact sets some, such as `href`, as attributes. */
export function propertyOf(element: Element | undefined, name: string): unknown {
  return element ? (Reflect.get(element, name) ?? element.getAttribute(name) ?? undefined) : undefined;
}

function below(element: Element): Element[] {
  return childrenOf(element).flatMap((child) => (isElement(child) ? [child, ...below(child)] : []));
}

function textOf(node: Node): string {
  if (!isElement(node)) return String(Reflect.get(node, "data") ?? "");
  const spoken = SPOKEN.map((name) => propertyOf(node, name)).filter((value) => typeof value === "string" && value !== "");
  return [...spoken, ...childrenOf(node).map(textOf)].filter((part) => part !== "").join(" ");
}

function nameOf(control: Element): string {
  for (const name of ["accessibilityLabel", "label"]) {
    const value = propertyOf(control, name);
    if (typeof value === "string" && value !== "") return value;
  }
  return textOf(control);
}

function childrenOf(node: Node): Node[] {
  return Array.from(node.childNodes);
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
