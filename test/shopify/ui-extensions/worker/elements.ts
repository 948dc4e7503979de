import type { RemoteConnection } from "@remote-dom/core/elements";
import { createRemoteElement, RemoteEvent } from "@remote-dom/core/elements";
import type { ElementSpec, ElementSpecs, PropertySpec } from "../elements/element-spec";
import { faultOfValue } from "../elements/element-spec";

type Fail = (message: string) => never;

// Attributes that every element has in a tree, besides those that mirror its properties.
const COMMON_ATTRIBUTES = ["slot"];

const METHODS: Readonly<Record<string, readonly string[]>> = { "s-modal": ["hideOverlay"], "s-sheet": ["hideOverlay"] };

/** Defines each element that the surface has when it is first used; what the declarations do not list fails then. */
export function defineElements(specs: ElementSpecs, fail: Fail): void {
  // The one overload that is not deprecated: the document's own, which knows custom elements by any tag.
  const { createElement, createElementNS }: { createElement(tag: string): HTMLElement; createElementNS(namespace: string | null, tag: string): Element } = document;
  const check = (tag: string) => {
    const spec = Object.hasOwn(specs, tag) ? specs[tag] : undefined;
    if (!spec) fail(`<${tag}> is no element of this surface`);
    else if (!customElements.get(tag)) customElements.define(tag, elementClass(tag, spec, fail));
  };
  const make = (tag: string): HTMLElement => {
    check(tag);
    return Reflect.apply(createElement, document, [tag]);
  };
  Object.assign(document, { createElement: make });
  document.createElementNS = (namespace: string | null, tag: string) => {
    check(tag);
    // What is made here is of this surface: the overloads for HTML, SVG and MathML do not apply.
    return Reflect.apply(createElementNS, document, [namespace, tag]) as never;
  };
}

function elementClass(tag: string, spec: ElementSpec, fail: Fail): CustomElementConstructor {
  const properties = Object.fromEntries(Object.entries(spec.properties).map(([name, property]) => [name, { type: builtIn(property) }]));
  const attributes = new Set([...COMMON_ATTRIBUTES, ...Object.keys(spec.properties).flatMap((name) => [name.toLowerCase(), kebab(name)])]);
  const events = Object.fromEntries(spec.events.map((event) => [event, { dispatchEvent: eventMaker(event) }]));
  const methods = METHODS[tag] ?? [];
  const Remote = createRemoteElement({ properties, events, methods });
  const { setAttribute, addEventListener } = Remote.prototype;
  // Not a subclass, which would lose what attributes stand for which properties: Preact sets some, such as `href`, as attributes.
  Remote.prototype.setAttribute = function (this: Element, name: string, value: string): void {
    if (!attributes.has(name.toLowerCase())) fail(`<${tag}> has no property "${name}"`);
    Reflect.apply(setAttribute, this, [name, value]);
  };
  Remote.prototype.addEventListener = function (this: Element, type: string, ...rest: unknown[]): void {
    if (!spec.events.includes(type)) fail(`<${tag}> has no event "${type}"`);
    Reflect.apply(addEventListener, this, [type, ...rest]);
  };
  return Remote;
}

/** Nothing of an event crosses but its detail; what a field became is in it, and the element has it before its listeners run. */
function eventMaker(type: string) {
  return function (this: Element, detail: unknown): Event {
    if (typeof detail !== "object" || detail === null || !("state" in detail)) return new RemoteEvent(type, { detail });
    const { state, ...rest } = detail;
    Object.assign(this, state);
    return new RemoteEvent(type, { detail: rest });
  };
}

function builtIn({ types = [] }: PropertySpec) {
  if (types.includes("boolean")) return Boolean;
  if (types.includes("number")) return Number;
  return types.includes("object") ? Object : String;
}

function kebab(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
}

interface SentNode {
  readonly id: string;
  readonly element?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly SentNode[];
}

/** Checks every property value on its way to the page against the declarations. */
export function checkedConnection(connection: RemoteConnection, specs: ElementSpecs, fail: Fail): RemoteConnection {
  const tags = new Map<string, string>();
  const checkValue = (tag: string | undefined, name: string, value: unknown) => {
    const property = tag === undefined ? undefined : specs[tag]?.properties[name];
    // Preact empties a property that is taken away.
    const fault = property && value !== "" ? faultOfValue(property, value) : null;
    if (fault !== null) fail(`<${String(tag)}> ${name} ${fault}`);
  };
  const checkNode = ({ id, element, properties = {}, children = [] }: SentNode) => {
    if (element !== undefined) tags.set(id, element);
    for (const [name, value] of Object.entries(properties)) checkValue(element, name, value);
    children.forEach(checkNode);
  };
  return {
    call: (id, method, ...args) => connection.call(id, method, ...args),
    mutate: (records) => {
      for (const record of records) {
        // Kinds of records: 0 inserts a child, 3 updates a property of kind 1 (0 being attributes, 2 listeners of events).
        if (record[0] === 0) checkNode(record[2]);
        else if (record[0] === 3 && (record[4] ?? 1) === 1) checkValue(tags.get(record[1]), record[2], record[3]);
      }
      connection.mutate(records);
    },
  };
}
