import type { PropsForRemoteComponent } from "@remote-ui/core";
import type { Components } from "@shopify/post-purchase-ui-extensions";

type PropsOf<Name extends ComponentName> = PropsForRemoteComponent<Components[Name]>;
type Presence<Props> = { [Prop in keyof Props]-?: undefined extends Props[Prop] ? "optional" : "required" };

/** A component that the post-purchase package declares. */
export type ComponentName = keyof Components;

const TEXT = { size: "optional", emphasized: "optional", subdued: "optional", id: "optional", appearance: "optional" } as const;

/** Every component of the package with every prop it declares; a prop or component missing here does not compile. */
export const COMPONENT_PROPS = {
  Banner: { title: "optional", status: "optional", collapsible: "optional", iconHidden: "optional" },
  BlockStack: { alignment: "optional", spacing: "optional" },
  Bookend: { leading: "optional", trailing: "optional", alignment: "optional", spacing: "optional" },
  Button: {
    submit: "optional",
    to: "optional",
    subdued: "optional",
    plain: "optional",
    loading: "optional",
    loadingLabel: "optional",
    disabled: "optional",
    onPress: "optional",
  },
  ButtonGroup: {},
  BuyerConsent: { checked: "required", error: "optional", policy: "required", onChange: "required" },
  CalloutBanner: { title: "optional", border: "optional", background: "optional", alignment: "optional", spacing: "optional" },
  Checkbox: {
    id: "optional",
    name: "optional",
    value: "optional",
    checked: "optional",
    disabled: "optional",
    error: "optional",
    accessibilityLabel: "optional",
    onChange: "optional",
  },
  Form: { disabled: "optional", implicitSubmit: "optional", onSubmit: "required" },
  FormLayout: {},
  FormLayoutGroup: {},
  Heading: { id: "optional", level: "optional", role: "optional" },
  HeadingGroup: {},
  HiddenForAccessibility: {},
  Image: {
    source: "required",
    sources: "optional",
    description: "optional",
    loading: "optional",
    bordered: "optional",
    aspectRatio: "optional",
    fit: "optional",
    decorative: "optional",
  },
  InlineStack: { alignment: "optional", spacing: "optional" },
  Layout: { inlineAlignment: "optional", blockAlignment: "optional", maxInlineSize: "optional", sizes: "optional", media: "optional" },
  Link: { to: "optional", external: "optional", id: "optional", onPress: "optional" },
  Radio: {
    id: "optional",
    name: "required",
    value: "optional",
    checked: "optional",
    disabled: "optional",
    accessibilityLabel: "optional",
    onChange: "optional",
  },
  Select: {
    id: "optional",
    label: "required",
    name: "optional",
    value: "optional",
    options: "required",
    required: "optional",
    disabled: "optional",
    error: "optional",
    autocomplete: "optional",
    placeholder: "optional",
    onChange: "optional",
  },
  Separator: { width: "optional", direction: "optional" },
  Spinner: { size: "optional", color: "optional" },
  Text: { ...TEXT, role: "optional" },
  TextBlock: TEXT,
  TextContainer: { alignment: "optional", spacing: "optional" },
  TextField: {
    id: "optional",
    name: "optional",
    label: "required",
    value: "optional",
    type: "optional",
    required: "optional",
    error: "optional",
    multiline: "optional",
    autocomplete: "optional",
    tooltip: "optional",
    onFocus: "optional",
    onBlur: "optional",
    onChange: "optional",
    onInput: "optional",
  },
  Tiles: { maxPerLine: "optional", breakAt: "optional", alignment: "optional", spacing: "optional" },
  View: { inlinePadding: "optional", blockPadding: "optional" },
  VisuallyHidden: {},
} as const satisfies { [Name in ComponentName]: Presence<PropsOf<Name>> };

/** True for the name of a component that the package declares. */
export function isComponentName(name: string): name is ComponentName {
  return Object.hasOwn(COMPONENT_PROPS, name);
}

/** What is wrong with a component's name and props, in words; empty when Shopify's own host would take them. */
export function propProblems(name: string, props: Readonly<Record<string, unknown>>): string[] {
  if (!isComponentName(name)) return [`Unknown component ${name}`];
  const declared: Readonly<Record<string, "required" | "optional">> = COMPONENT_PROPS[name];
  const unknown = Object.keys(props).filter((prop) => !Object.hasOwn(declared, prop));
  const missing = Object.keys(declared).filter((prop) => declared[prop] === "required" && props[prop] === undefined);
  return [...unknown.map((prop) => `${name} has no prop ${prop}`), ...missing.map((prop) => `${name} needs its prop ${prop}`)];
}
