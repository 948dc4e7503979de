import "@shopify/ui-extensions/preact";
import type { Api } from "@shopify/ui-extensions/admin.order-details.print-action.render";
import { render } from "preact";
import { useState } from "preact/hooks";
import { languageOf, languages, receiptAddress } from "./receipt-address";
import type { Paper } from "./receipt-address";

declare const shopify: Api;

const orderLocale = /* GraphQL */ `
  query OrderLocale($id: ID!) {
    order(id: $id) {
      customerLocale
    }
  }
`;

/** The receipt of an order as the app serves it: staff choose paper and language, the customer's language to begin with. */
export default async function printReceipt(): Promise<void> {
  const [order] = shopify.data.selected;
  if (!order) return;
  const language = await customerLanguage(order.id);
  render(<Receipt orderId={order.id} initialLanguage={language} />, document.body);
}

/** English when Shopify does not say: the receipt can be printed all the same. */
async function customerLanguage(orderId: string): Promise<string> {
  try {
    const { data } = await shopify.query<{ order: { customerLocale: string | null } | null }>(orderLocale, { variables: { id: orderId } });
    return languageOf(data?.order?.customerLocale ?? "en");
  } catch {
    return "en";
  }
}

function Receipt({ orderId, initialLanguage }: { orderId: string; initialLanguage: string }) {
  const [paper, setPaper] = useState<Paper>("a4");
  const [language, setLanguage] = useState(initialLanguage);
  const { translate } = shopify.i18n;
  return (
    <s-admin-print-action src={receiptAddress(process.env.SHOPIFY_APP_URL, { orderId, paper, language })}>
      <s-stack gap="base">
        <s-select label={translate("paper")} value={paper} onChange={(event) => setPaper(event.currentTarget.value === "80mm" ? "80mm" : "a4")}>
          <s-option value="a4">A4</s-option>
          <s-option value="80mm">{translate("roll")}</s-option>
        </s-select>
        <s-select label={translate("language")} value={language} onChange={(event) => setLanguage(event.currentTarget.value ?? "en")}>
          {[...languages].map(([code, name]) => <s-option key={code} value={code}>{name}</s-option>)}
        </s-select>
      </s-stack>
    </s-admin-print-action>
  );
}
