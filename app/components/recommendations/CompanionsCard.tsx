import { Badge, BlockStack, Button, ButtonGroup, Card, IndexTable, InlineStack, Link, Text, Thumbnail, useBreakpoints } from "@shopify/polaris";
import { ImageIcon } from "@shopify/polaris-icons";

export interface CompanionLine {
  productId: number;
  title: string;
  imageUrl: string | null;
  /** "31 of 120" */
  together: string;
  /** "At least 19 %" */
  confidence: string;
  reason: string;
  isEnough: boolean;
  isPinned: boolean;
  isExcluded: boolean;
}

export type CompanionIntent = "pin" | "unpin" | "exclude" | "include";

interface CompanionsCardProps {
  /** Of the product that they go with. */
  title: string;
  companions: CompanionLine[];
  busy: boolean;
  onChange: (intent: CompanionIntent, companionId: number) => void;
}

const resourceName = { singular: "product", plural: "products" };

/** What was bought with a product, how surely, and what staff made of it. */
export function CompanionsCard({ title, companions, busy, onChange }: CompanionsCardProps) {
  const { smDown } = useBreakpoints();
  return (
    <Card padding="0">
      <div className="card-head">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">Bought together</Text>
          <Text as="p" tone="subdued">
            {companions.length === 0
              ? `Too few orders had another product beside ${title} to say more. Until there are enough, Encore goes by collection, tags and price.`
              : "Confidence: at least this share of its orders also had the other product, with 95 % certainty. Pinned products come first; those left out are never offered with it."}
          </Text>
        </BlockStack>
      </div>
      {companions.length > 0 && (
        <IndexTable
          resourceName={resourceName} itemCount={companions.length} selectable={false} condensed={smDown}
          headings={[{ title: "Product" }, { title: "Orders with both", alignment: "end" }, { title: "Confidence", alignment: "end" }, { title: "Reason" }, { title: "By hand" }]}
        >
          {companions.map((line, index) => (
            <IndexTable.Row key={line.productId} id={String(line.productId)} position={index}>
              {smDown ? (
                <div className="narrow-row">
                  <BlockStack gap="200">
                    <Name line={line} />
                    <Text as="p">{`${line.together} orders. ${line.confidence}.`}</Text>
                    <Text as="p" tone="subdued">{line.reason}</Text>
                    <Hand line={line} busy={busy} onChange={onChange} />
                  </BlockStack>
                </div>
              ) : (
                <>
                  <IndexTable.Cell className="wrapping-name"><Name line={line} /></IndexTable.Cell>
                  <IndexTable.Cell><Text as="span" alignment="end" numeric>{line.together}</Text></IndexTable.Cell>
                  <IndexTable.Cell><Text as="span" alignment="end" numeric>{line.confidence}</Text></IndexTable.Cell>
                  <IndexTable.Cell className="wrapping-cell">{line.reason}</IndexTable.Cell>
                  <IndexTable.Cell><Hand line={line} busy={busy} onChange={onChange} /></IndexTable.Cell>
                </>
              )}
            </IndexTable.Row>
          ))}
        </IndexTable>
      )}
    </Card>
  );
}

function Name({ line }: { line: CompanionLine }) {
  return (
    <InlineStack gap="300" wrap={false} blockAlign="center">
      <Thumbnail source={line.imageUrl ?? ImageIcon} alt="" size="small" />
      <BlockStack gap="050">
        <Link dataPrimaryLink url={`/app/recommendations/${line.productId}`} monochrome removeUnderline>
          <Text as="span" fontWeight="semibold">{line.title}</Text>
        </Link>
        <span><StateBadge line={line} /></span>
      </BlockStack>
    </InlineStack>
  );
}

function StateBadge({ line }: { line: CompanionLine }) {
  if (line.isExcluded) return <Badge tone="warning">Left out</Badge>;
  if (line.isPinned) return <Badge tone="info">Pinned</Badge>;
  return line.isEnough ? <Badge tone="success">Enough evidence</Badge> : <Badge>Too little evidence</Badge>;
}

function Hand({ line, busy, onChange }: { line: CompanionLine } & Pick<CompanionsCardProps, "busy" | "onChange">) {
  return (
    // A click on a row opens it; one on these buttons must not.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div onClick={(event) => event.stopPropagation()}>
      <ButtonGroup gap="tight" noWrap>
        <Button
          size="slim" disabled={busy} pressed={line.isPinned} accessibilityLabel={line.isPinned ? `Unpin ${line.title}` : `Pin ${line.title}`}
          onClick={() => onChange(line.isPinned ? "unpin" : "pin", line.productId)}
        >
          {line.isPinned ? "Unpin" : "Pin"}
        </Button>
        <Button
          size="slim" disabled={busy} pressed={line.isExcluded} accessibilityLabel={line.isExcluded ? `Allow ${line.title}` : `Leave out ${line.title}`}
          onClick={() => onChange(line.isExcluded ? "include" : "exclude", line.productId)}
        >
          {line.isExcluded ? "Allow" : "Leave out"}
        </Button>
      </ButtonGroup>
    </div>
  );
}
