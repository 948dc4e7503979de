import { ACTIONS } from "../../../../extensions/preview/components/actions";
import { CHOICES } from "../../../../extensions/preview/components/choices";
import { defineElement } from "../../../../extensions/preview/components/define-element";
import { FEEDBACK } from "../../../../extensions/preview/components/feedback";
import { FIELDS } from "../../../../extensions/preview/components/fields";
import type { Drawing, Drawings } from "../../../../extensions/preview/components/host-element";
import { make } from "../../../../extensions/preview/components/host-element";
import { LAYOUTS } from "../../../../extensions/preview/components/layouts";
import { MEDIA } from "../../../../extensions/preview/components/media";
import { TEXTS } from "../../../../extensions/preview/components/texts";
import type { ElementSpecs } from "../elements/element-spec";
import ELEMENTS from "../elements/elements.json";
import { localHref } from "../page/local-href";
import { OVERLAYS } from "./overlays";
import { PRINTING } from "./printing";

const DRAWINGS: Drawings = { ...LAYOUTS, ...TEXTS, ...MEDIA, ...ACTIONS, ...FIELDS, ...CHOICES, ...FEEDBACK, ...OVERLAYS, ...PRINTING };

/** Defines every element that any surface has; one that is not drawn here says so on the page. */
export function defineHostElements(): void {
  const surfaces: readonly ElementSpecs[] = Object.values(ELEMENTS.surfaces);
  const tags = new Set(surfaces.flatMap((specs) => Object.keys(specs)));
  for (const tag of tags) {
    const names = new Set(surfaces.flatMap((specs) => Object.keys(specs[tag]?.properties ?? {})));
    defineElement(tag, names, DRAWINGS[tag] ?? notDrawn(tag), localHref);
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
