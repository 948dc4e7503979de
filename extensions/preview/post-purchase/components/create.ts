import type { ComponentName } from "../component-props";
import { buildButton, buildButtonGroup, buildForm, buildFormLayout, buildFormLayoutGroup, buildLink } from "./actions";
import type { Builder, Component, Surroundings } from "./component";
import { buildBanner, buildCalloutBanner, buildImage, buildSpinner } from "./feedback";
import { buildBuyerConsent, buildCheckbox, buildRadio, buildSelect, buildTextField } from "./fields";
import { buildBlockStack, buildBookend, buildInlineStack, buildLayout, buildSeparator, buildTiles, buildView } from "./layouts";
import {
  buildHeading,
  buildHeadingGroup,
  buildHiddenForAccessibility,
  buildText,
  buildTextBlock,
  buildTextContainer,
  buildVisuallyHidden,
} from "./texts";

const BUILDERS: { [Name in ComponentName]: Builder<Name> } = {
  Banner: buildBanner,
  BlockStack: buildBlockStack,
  Bookend: buildBookend,
  Button: buildButton,
  ButtonGroup: buildButtonGroup,
  BuyerConsent: buildBuyerConsent,
  CalloutBanner: buildCalloutBanner,
  Checkbox: buildCheckbox,
  Form: buildForm,
  FormLayout: buildFormLayout,
  FormLayoutGroup: buildFormLayoutGroup,
  Heading: buildHeading,
  HeadingGroup: buildHeadingGroup,
  HiddenForAccessibility: buildHiddenForAccessibility,
  Image: buildImage,
  InlineStack: buildInlineStack,
  Layout: buildLayout,
  Link: buildLink,
  Radio: buildRadio,
  Select: buildSelect,
  Separator: buildSeparator,
  Spinner: buildSpinner,
  Text: buildText,
  TextBlock: buildTextBlock,
  TextContainer: buildTextContainer,
  TextField: buildTextField,
  Tiles: buildTiles,
  View: buildView,
  VisuallyHidden: buildVisuallyHidden,
};

/** The page's counterpart of one remote component, without its children. */
export function createComponent(name: ComponentName, props: Record<string, unknown>, surroundings: Surroundings): Component<Record<string, unknown>> {
  // Props come over a message port: their names were checked against the package, their values are the extension's word.
  const build = BUILDERS[name] as unknown as (props: Record<string, unknown>, surroundings: Surroundings) => Component<Record<string, unknown>>;
  return build(props, surroundings);
}
