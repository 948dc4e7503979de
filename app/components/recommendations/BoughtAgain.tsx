import { Badge, Card, EmptyState, IndexTable, InlineStack, Link, Text, Thumbnail } from "@shopify/polaris";
import type { IndexTableProps } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";
import emptyImage from "../illustrations/activity.svg";

export interface RebuyLine {
  productId: number;
  title: string;
  imageUrl: string | null;
  customers: string;
  repeatCustomers: string;
  repeats: string;
  /** Null while there is too little evidence to say. */
  isRebought: boolean | null;
  /** "Typically 28 days; half of them 19 to 42"; empty while unknown. */
  gap: string;
}

interface BoughtAgainProps {
  lines: RebuyLine[];
  loading: boolean;
  pagination: IndexTableProps["pagination"] | null;
}

const resourceName = { singular: "product", plural: "products" };

/** What customers come back for, and after how long. */
export function BoughtAgain({ lines, loading, pagination }: BoughtAgainProps) {
  if (lines.length === 0 && !pagination) {
    return (
      <Card>
        <EmptyState heading="Nobody has bought the same product twice yet" image={emptyImage}>
          <p>Once customers come back for a product, you’ll see here for which, how often and after how long.</p>
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card padding="0">
      <IndexTable
        resourceName={resourceName} itemCount={lines.length} selectable={false} loading={loading} {...(pagination && { pagination })}
        headings={[
          { title: "Product" }, { title: "Reorder prompts" }, { title: "Time between purchases" },
          { title: "Customers who came back", alignment: "end" }, { title: "Repeat orders", alignment: "end" },
        ]}
      >
        {lines.map((line, index) => (
          <IndexTable.Row key={line.productId} id={String(line.productId)} position={index}>
            <IndexTable.Cell className="wrapping-name">
              <InlineStack gap="300" wrap={false} blockAlign="center">
                <Thumbnail source={line.imageUrl ?? ImageIcon} alt="" size="small" />
                <Link dataPrimaryLink url={`/app/recommendations/${line.productId}`} monochrome removeUnderline>
                  <Text as="span" fontWeight="semibold">{line.title}</Text>
                </Link>
              </InlineStack>
            </IndexTable.Cell>
            <IndexTable.Cell><RebuyBadge isRebought={line.isRebought} /></IndexTable.Cell>
            <IndexTable.Cell className="wrapping-name">{line.gap || <Text as="span" tone="subdued">Not known yet</Text>}</IndexTable.Cell>
            <IndexTable.Cell><Text as="span" alignment="end" numeric>{`${line.repeatCustomers} of ${line.customers}`}</Text></IndexTable.Cell>
            <IndexTable.Cell><Text as="span" alignment="end" numeric>{line.repeats}</Text></IndexTable.Cell>
          </IndexTable.Row>
        ))}
      </IndexTable>
    </Card>
  );
}

function RebuyBadge({ isRebought }: { isRebought: boolean | null }) {
  if (isRebought === null) return <Badge>Too few orders to say</Badge>;
  return isRebought ? <Badge tone="success">When due</Badge> : <Badge>Never: rarely bought again</Badge>;
}
