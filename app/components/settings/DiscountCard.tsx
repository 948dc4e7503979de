import { useFetcher } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, Banner, BlockStack, Button, Card, ChoiceList, InlineStack, Text } from "@shopify/polaris";
import { useEffect, useState } from "react";

export type DiscountReply = { method: "function" | "codes" } | { checking: true } | { error: string };

interface DiscountCardProps {
  method: "function" | "codes";
  isInForce: boolean;
  problem: string | null;
  /** Coupons that are made and given to nobody, being made, and given. */
  coupons: { free: number; adding: number; assigned: number };
}

const problems: Record<string, string> = {
  accessDenied: "Encore may not make discounts. Reload the app and accept the update that Shopify shows.",
  MAX_APP_DISCOUNTS: "The shop has as many active app discounts as Shopify allows. Deactivate one, then check again.",
};

/** How the discounts of offers reach the checkout, and whether they do. */
export function DiscountCard({ method, isInForce, problem, coupons }: DiscountCardProps) {
  const shopify = useAppBridge();
  const fetcher = useFetcher<DiscountReply>();
  const reply = fetcher.data;
  const [chosen, setChosen] = useState(method);

  useEffect(() => {
    if (!reply) return;
    if ("method" in reply) shopify.toast.show("Settings saved");
    if ("error" in reply) setChosen(method);
    if ("checking" in reply) shopify.toast.show("Checking the discount");
  }, [reply, shopify, method]);

  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack gap="200" blockAlign="center" align="space-between">
          <InlineStack gap="200" blockAlign="center">
            <Text as="h3" variant="bodyMd" fontWeight="semibold">Encore offers</Text>
            <Badge tone={isInForce ? "success" : "attention"}>{isInForce ? "Active" : "Not active"}</Badge>
          </InlineStack>
          <Button disabled={fetcher.state !== "idle"} onClick={() => fetcher.submit({ intent: "checkDiscount" }, { method: "post" })}>Check again</Button>
        </InlineStack>
        {problem !== null && <Banner tone="warning"><Text as="p">{problems[problem] ?? `Shopify says: ${problem}`}</Text></Banner>}
        <ChoiceList
          title="Discounts of offers"
          selected={[chosen]}
          disabled={fetcher.state !== "idle"}
          choices={[
            { value: "function", label: "On the line", helpText: "The item that was offered gets its discount by itself; no code can be passed on." },
            { value: "codes", label: "By code", helpText: "Each offer that is chosen gets a discount code of its own, for that item, once." },
          ]}
          onChange={([next]) => {
            if (next !== "function" && next !== "codes") return;
            setChosen(next);
            fetcher.submit({ intent: "discountMethod", method: next }, { method: "post" });
          }}
        />
        <Text as="p" tone="subdued">
          {`Coupons ready to be given: ${coupons.free.toLocaleString("en")}${coupons.adding > 0 ? `, being made: ${coupons.adding.toLocaleString("en")}` : ""}. Given so far: ${coupons.assigned.toLocaleString("en")}.`}
        </Text>
      </BlockStack>
    </Card>
  );
}
