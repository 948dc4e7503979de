import type { PropsForRemoteComponent } from "@remote-ui/core";
import type { Components } from "@shopify/post-purchase-ui-extensions";
import type { HtmlTag } from "../../components/host-element";
import type { ComponentName } from "../component-props";

export type PropsOf<Name extends ComponentName> = PropsForRemoteComponent<Components[Name]>;

/** What a component has to know of its place: the level that a heading here has. */
export interface Surroundings {
  readonly headingLevel: number;
}

/** A component on the page; children go into `slot`, null for one that takes none. */
export interface Component<Props> {
  readonly element: HTMLElement;
  readonly slot: HTMLElement | null;
  update(props: Props): void;
}

export type Builder<Name extends ComponentName> = (props: PropsOf<Name>, surroundings: Surroundings) => Component<PropsOf<Name>>;

/** An element with the class that the style sheet knows its component by. */
export function elementFor<Tag extends HtmlTag>(tag: Tag, name: string): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = `pp-${name}`;
  return element;
}

/** Scalar props as data attributes, which the style sheet reads; what is undefined or false is taken off. */
export function setLook(element: HTMLElement, look: Readonly<Record<string, string | number | boolean | undefined>>): void {
  for (const [name, value] of Object.entries(look)) {
    if (value === undefined || value === false) delete element.dataset[name];
    else element.dataset[name] = String(value);
  }
}

/** A component that is one element whose looks follow from its props. */
export function plain<Props>(
  element: HTMLElement,
  look: (props: Props) => Readonly<Record<string, string | number | boolean | undefined>> = () => ({}),
): Component<Props> {
  return { element, slot: element, update: (props) => setLook(element, look(props)) };
}

/** The address when a page may link to it or load it (http, https, mail, telephone), otherwise null. */
export function safeAddress(address: string | undefined): string | null {
  if (address === undefined) return null;
  try {
    const url = new URL(address, location.href);
    return ["http:", "https:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

let lastId = 0;

/** An id that no other element of the page has. */
export function uniqueId(): string {
  lastId += 1;
  return `pp-${lastId}`;
}
