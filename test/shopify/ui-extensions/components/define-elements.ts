import type { ElementSpecs } from "../elements/element-spec";
import ELEMENTS from "../elements/elements.json";
import { ACTIONS } from "./actions";
import { CHOICES } from "./choices";
import { FEEDBACK } from "./feedback";
import { FIELDS } from "./fields";
import type { Drawing, Drawings } from "./host-element";
import { HostElement, make } from "./host-element";
import { LAYOUTS } from "./layouts";
import { MEDIA } from "./media";
import { OVERLAYS } from "./overlays";
import { PRINTING } from "./printing";
import { TEXTS } from "./texts";

const DRAWINGS: Drawings = { ...LAYOUTS, ...TEXTS, ...MEDIA, ...ACTIONS, ...FIELDS, ...CHOICES, ...FEEDBACK, ...OVERLAYS, ...PRINTING };

// What every element of HTML has already, with the same meaning.
const NATIVE = new Set(["id", "hidden", "lang", "dir", "title"]);

/** Defines every element that any surface has; one that is not drawn here says so on the page. */
export function defineHostElements(): void {
  const surfaces: readonly ElementSpecs[] = Object.values(ELEMENTS.surfaces);
  const tags = new Set(surfaces.flatMap((specs) => Object.keys(specs)));
  for (const tag of tags) {
    const names = new Set(surfaces.flatMap((specs) => Object.keys(specs[tag]?.properties ?? {})));
    const drawing = DRAWINGS[tag] ?? notDrawn(tag);
    const HostClass = class extends HostElement {
      readonly drawing = drawing;
    };
    for (const name of names) {
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
}

function notDrawn(tag: string): Drawing {
  return {
    css: ":host { display: block; }",
    build(_element, shadow) {
      console.error(`The local Shopify does not draw <${tag}> yet`);
      shadow.append(make("p", {}, `<${tag}> is not drawn here yet`), make("slot"));
      return () => undefined;
    },
  };
}
