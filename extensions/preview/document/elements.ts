import { ACTIONS } from "../components/actions";
import { CHOICES } from "../components/choices";
import { defineElement } from "../components/define-element";
import { FEEDBACK } from "../components/feedback";
import { FIELDS } from "../components/fields";
import { LAYOUTS } from "../components/layouts";
import { MEDIA } from "../components/media";
import { TEXTS } from "../components/texts";
import { PROPERTIES } from "./properties";

const DRAWINGS = { ...LAYOUTS, ...TEXTS, ...MEDIA, ...ACTIONS, ...FIELDS, ...CHOICES, ...FEEDBACK };

/** Makes Shopify's elements known to this document. */
export function defineElements(): void {
  for (const [tag, drawing] of Object.entries(DRAWINGS)) defineElement(tag, PROPERTIES, drawing);
}
