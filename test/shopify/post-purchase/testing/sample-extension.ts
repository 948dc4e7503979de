import {
  Banner,
  BlockStack,
  Button,
  ButtonGroup,
  CalloutBanner,
  Heading,
  Image,
  Layout,
  Select,
  Separator,
  Text,
  TextBlock,
  TextContainer,
  TextField,
  Tiles,
  View,
  extend,
} from "@shopify/post-purchase-ui-extensions";

interface Stored {
  readonly variantId: number;
  readonly title: string;
}

/** What the sample does is chosen by the title of the first line bought. */
extend("Checkout::PostPurchase::ShouldRender", async ({ inputData, storage }) => {
  const [first] = inputData.initialPurchase.lineItems;
  if (!first) return { render: false };
  if (first.product.title.includes("[slow]")) await new Promise((resolve) => setTimeout(resolve, 4000));
  if (first.product.title.includes("[throws]")) throw new Error("ShouldRender was asked to fail");
  const stored: Stored = { variantId: first.product.variant.id, title: first.product.title };
  await storage.update(stored);
  return { render: !first.product.title.includes("[no offer]") };
});

extend("Checkout::PostPurchase::Render", (root, { storage, calculateChangeset, applyChangeset, done }) => {
  // What ShouldRender stored above.
  const { variantId, title } = storage.initialData as Stored;
  let quantity = 1;
  const changes = () => ({ changes: [{ type: "add_variant" as const, variantId, quantity, discount: { value: 15, valueType: "percentage" as const, title: "Thank you" } }] });

  const price = root.createText("…");
  const accept = root.createComponent(Button, { submit: true, loading: true, loadingLabel: "One moment" }, "Pay now");
  const decline = root.createComponent(Button, { subdued: true, onPress: () => void done() }, "Decline this offer");
  const problems = root.createComponent(BlockStack, {});
  const recalculate = async () => {
    void accept.updateProps({ loading: true });
    const result = await calculateChangeset(changes());
    void price.updateText(result.status === "processed" ? result.calculatedPurchase.totalOutstandingSet.presentmentMoney.amount : "–");
    void accept.updateProps({ loading: false });
  };
  const takeUp = async () => {
    void accept.updateProps({ loading: true });
    const result = await applyChangeset("a.token.that-nobody-signed");
    if (result.status === "processed") return done();
    void problems.appendChild(root.createComponent(Banner, { status: "critical", title: result.errors[0]?.code ?? "error" }, result.errors[0]?.message ?? ""));
    void accept.updateProps({ loading: false, disabled: true });
  };
  void accept.updateProps({ onPress: () => void takeUp() });
  const options = [1, 2, 3].map((count) => ({ value: String(count), label: String(count) }));
  const select = root.createComponent(Select, { label: "Quantity", value: "1", options });
  void select.updateProps({
    onChange: (value: string) => {
      quantity = Number(value);
      void select.updateProps({ value });
      void recalculate();
    },
  });
  if (title.includes("[bad prop]")) void root.appendChild(root.createComponent(Text, Object.fromEntries([["colour", "red"]]), "text"));

  void root.appendChild(
    root.createComponent(BlockStack, { spacing: "loose" }, [
      root.createComponent(CalloutBanner, { title: "One more for good measure?" }, [root.createComponent(Text, {}, "Add it to your order and pay nothing more for delivery.")]),
      root.createComponent(Layout, { maxInlineSize: 0.95, media: [{ viewportSize: "small", sizes: [1, 20, 1] }, { viewportSize: "medium", sizes: [0.45, 30, "fill"] }, { viewportSize: "large", sizes: [0.45, 40, "fill"] }] }, [
        root.createComponent(View, {}, [root.createComponent(Image, { source: "/_local/pictures/sample.svg", description: title, aspectRatio: 1, fit: "cover" })]),
        root.createComponent(View, {}),
        root.createComponent(BlockStack, {}, [
          root.createComponent(Heading, { level: 1 }, title),
          root.createComponent(TextContainer, {}, [root.createComponent(TextBlock, { size: "large" }, [price])]),
          root.createComponent(Tiles, { maxPerLine: 2, breakAt: 300, spacing: "tight" }, [select, root.createComponent(TextField, { label: "Note" })]),
          root.createComponent(Separator, {}),
          problems,
          root.createComponent(ButtonGroup, {}, [accept, decline]),
        ]),
      ]),
    ]),
  );
  void recalculate();
});
