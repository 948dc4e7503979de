/* eslint-disable @typescript-eslint/no-floating-promises -- The host takes what is sent to it in order; no update is waited for. */
import { BlockStack, CalloutBanner, Heading, Image, Layout, Separator, TextBlock, View } from "@shopify/post-purchase-ui-extensions";
import { majorUnits, moneyFormatter } from "../money";
import type { PageState } from "../page-state";
import type { Texts } from "../texts/texts";
import { buttonsPart } from "./buttons";
import { choicePart } from "./choice";
import type { Actions, Part, Root, Surroundings } from "./part";
import { fill } from "./part";
import { pricePart } from "./price";
import { problemPart } from "./problem";
import { sumsPart } from "./sums";

/** Builds the page once; what it returns brings it to a state and is the only writer of what the shopper sees. */
export function buildPage(root: Root, state: PageState, texts: Texts, locale: string, actions: Actions): (state: PageState) => void {
  const { offer } = state;
  const format = moneyFormatter(locale, offer.currency);
  const money = (minor: number) => format(majorUnits(minor, offer.currencyExponent));
  const surroundings: Surroundings = { root, texts, money };

  const image = imagePart(root, state);
  const price = pricePart(surroundings);
  const choice = choicePart(surroundings, state, actions);
  const sums = sumsPart(surroundings);
  const problem = problemPart(surroundings);
  const buttons = buttonsPart(surroundings, actions);

  const callout = root.createComponent(CalloutBanner, { title: offer.title });
  if (offer.body) callout.appendChild(root.createComponent(TextBlock, {}, offer.body));

  const column = root.createComponent(BlockStack);
  column.appendChild(root.createComponent(Heading, { level: 2 }, offer.productTitle));
  for (const { node } of [price, choice]) column.appendChild(node);
  column.appendChild(root.createComponent(Separator));
  for (const { node } of [sums, problem, buttons]) column.appendChild(node);

  const layout = root.createComponent(Layout, {
    maxInlineSize: 0.95,
    media: [
      { viewportSize: "small", sizes: [1, 30, 1] },
      { viewportSize: "medium", sizes: [300, 30, 0.5] },
      { viewportSize: "large", sizes: [400, 38, 340] },
    ],
  });
  for (const child of [image.node, root.createComponent(View), column]) layout.appendChild(child);

  const page = root.createComponent(BlockStack, { spacing: "loose" });
  page.appendChild(callout);
  page.appendChild(layout);

  const parts = [image, price, choice, sums, problem, buttons];
  const show = (next: PageState) => parts.forEach((part) => part.show(next));
  show(state);
  // An offer that was declined makes room for the one after it.
  fill(root, [page]);
  return show;
}

/** The store's own picture of the variant, else of the product; nothing when it has none. */
function imagePart(root: Root, { offer }: PageState): Part {
  const image = root.createComponent(Image, { source: "", description: offer.productTitle, aspectRatio: 1, fit: "contain", bordered: true });
  const node = root.createComponent(BlockStack);
  return {
    node,
    show({ variant }) {
      const source = variant.imageUrl || offer.productImageUrl;
      if (source) image.updateProps({ source });
      fill(node, source ? [image] : []);
    },
  };
}
