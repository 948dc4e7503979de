import type { Drawing } from "./host-element";
import { HostElement } from "./host-element";

// What every element of HTML has already, with the same meaning.
const NATIVE = new Set(["id", "hidden", "lang", "dir", "title"]);

/** Defines one element with these properties; `addressOf` says where its links lead. */
export function defineElement(tag: string, properties: Iterable<string>, drawing: Drawing, addressOf?: (href: string) => string): void {
  const HostClass = class extends HostElement {
    readonly drawing = drawing;
    override addressOf(href: string): string {
      return addressOf ? addressOf(href) : href;
    }
  };
  for (const name of properties) {
    if (NATIVE.has(name)) continue;
    Object.defineProperty(HostClass.prototype, name, {
      get(this: HostElement) {
        return this.read(name);
      },
      set(this: HostElement, value: unknown) {
        this.write(name, value);
      },
    });
  }
  customElements.define(tag, HostClass);
}
