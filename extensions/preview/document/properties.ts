/** The properties that the extensions set; Preact would write any other as an attribute, which nothing reads. A test compares. */
export const PROPERTIES = [
  "accessibilityLabel", "accessibilityRole", "accessibilityVisibility", "alignItems", "alt", "aspectRatio", "borderRadius", "checked", "color", "command",
  "commandFor", "content", "controls", "direction", "disabled", "gap", "gridTemplateColumns", "heading", "href", "inlineSize", "inputMode", "label", "loading",
  "max", "maxInlineSize", "min", "minBlockSize", "objectFit", "src", "step", "text", "tone", "type", "value", "variant",
] as const;
