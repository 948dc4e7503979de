import { AppProvider } from "@shopify/polaris";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PreviewCard } from "../../../app/components/offers/PreviewCard";
import { emptyForm } from "../../../app/components/offers/offer-form";
import { textsFor } from "../../../extensions/post-purchase/src/texts/texts";

test("staff preview the words that shoppers will read", () => {
  const markup = renderToStaticMarkup(
    <AppProvider i18n={{}}>
      <PreviewCard form={{ ...emptyForm(), quantityLimit: "2" }} product={undefined} sample={null} currency="GBP" />
    </AppProvider>,
  );
  const { subtotal, shipping, free, tax, total, payNow, decline, quantity } = textsFor("en");
  for (const word of [subtotal, shipping, free, tax, total, payNow, decline, quantity]) expect(markup).toContain(`>${word}`);
});
