import { BlockStack, Card, DataTable, Link, Text } from "@shopify/polaris";
import { formatMinor } from "../../domain/money/money";
import { LadderPicture } from "./LadderPicture";

export interface Ladder {
  by: "type" | "collection";
  name: string;
  rungs: { productId: number; title: string; priceMinor: number; isAsked: boolean }[];
  rungCount: number;
}

/** What a customer of a product could move up or down to, family by family. */
export function LaddersCard({ ladders, currency }: { ladders: Ladder[]; currency: string }) {
  return (
    <Card>
      <BlockStack gap="500">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">Price ladder</Text>
          <Text as="p" tone="subdued">
            {ladders.length === 0
              ? "It isn’t for sale by itself, or no other product has its type or a collection of its own."
              : "Products that a customer would weigh against this one, cheapest first. A broken line is a step too high to take."}
          </Text>
        </BlockStack>
        {ladders.map((ladder) => <LadderSection key={`${ladder.by} ${ladder.name}`} ladder={ladder} currency={currency} />)}
      </BlockStack>
    </Card>
  );
}

function LadderSection({ ladder: { by, name, rungs, rungCount }, currency }: { ladder: Ladder; currency: string }) {
  const hidden = rungCount - rungs.length;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">{`${by === "type" ? "Type" : "Collection"}: ${name}`}</Text>
      <LadderPicture prices={rungs.map(({ priceMinor }) => priceMinor)} askedMinor={rungs.find(({ isAsked }) => isAsked)?.priceMinor} currency={currency} />
      <DataTable
        columnContentTypes={["text", "numeric"]} headings={["Product", "Price"]} increasedTableDensity
        rows={rungs.map(({ productId, title, priceMinor, isAsked }) => [
          isAsked
            ? <Text key={productId} as="span" fontWeight="bold">{`${title} (this one)`}</Text>
            : <Link key={productId} url={`/app/recommendations/${productId}`}>{title}</Link>,
          formatMinor(priceMinor, currency, "en"),
        ])}
      />
      {hidden > 0 && <Text as="p" tone="subdued">{`${hidden} more further up or down.`}</Text>}
    </BlockStack>
  );
}
