import { ACTIONS } from "../components/actions";
import { CHOICES } from "../components/choices";
import { defineElement } from "../components/define-element";
import { FEEDBACK } from "../components/feedback";
import { FIELDS } from "../components/fields";
import { LAYOUTS } from "../components/layouts";
import { MEDIA } from "../components/media";
import { TEXTS } from "../components/texts";

/** The properties that the extensions set; Preact would write any other as an attribute, which nothing reads. A test compares. */
export const PROPERTIES = [
  "accessibilityLabel", "accessibilityRole", "accessibilityVisibility", "alignItems", "alt", "aspectRatio", "borderRadius", "checked", "color", "command",
  "commandFor", "content", "controls", "direction", "disabled", "gap", "gridTemplateColumns", "heading", "href", "inlineSize", "inputMode", "label", "loading",
  "max", "maxInlineSize", "min", "minBlockSize", "objectFit", "src", "step", "text", "tone", "type", "value", "variant",
] as const;

const DRAWINGS = { ...LAYOUTS, ...TEXTS, ...MEDIA, ...ACTIONS, ...FIELDS, ...CHOICES, ...FEEDBACK };

/** Makes Shopify's elements known to this document. */
export function defineElements(): void {
  for (const [tag, drawing] of Object.entries(DRAWINGS)) defineElement(tag, PROPERTIES, drawing);
}
