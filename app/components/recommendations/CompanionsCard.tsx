import { Badge, BlockStack, Button, ButtonGroup, Card, IndexTable, InlineStack, Text } from "@shopify/polaris";
import { PlusIcon } from "@shopify/polaris-icons";
import { useTranslation } from "react-i18next";
import type { StaffChoice } from "../../domain/strategies/staff-choices";
import { PicturedProduct } from "../PicturedProduct";
import { useNarrow } from "../use-narrow";

export interface CompanionLine {
  productId: number;
  title: string;
  imageUrl: string | null;
  /** "31 of 120" */
  together: string;
  /** "At least 19%"; empty where nothing was counted. */
  confidence: string;
  reason: string;
  /** Beside a pin: what the counts say all the same. */
  counts: string;
  isEnough: boolean;
  isPinned: boolean;
  isExcluded: boolean;
  isExcludedEverywhere: boolean;
}

interface CompanionsCardProps {
  /** Of the product that they go with. */
  title: string;
  companions: CompanionLine[];
  busy: boolean;
  /** Null takes the choice back. */
  onChoose: (companionId: number, choice: StaffChoice | null) => void;
  /** Staff pick a product to pin. */
  onAdd: () => void;
}

/** What goes with a product, how surely, and what staff made of it. */
export function CompanionsCard({ title, companions, busy, onChoose, onAdd }: CompanionsCardProps) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  return (
    <Card padding="0">
      <div className="card-head">
        <BlockStack gap="200">
          <InlineStack align="space-between" blockAlign="center" gap="200">
            <Text as="h2" variant="headingMd">{t("recommendations:companions.title")}</Text>
            <Button icon={PlusIcon} disabled={busy} onClick={onAdd}>{t("recommendations:companions.add")}</Button>
          </InlineStack>
          <Text as="p" tone="subdued">{companions.length === 0 ? t("recommendations:companions.none", { title }) : t("recommendations:companions.help")}</Text>
        </BlockStack>
      </div>
      {companions.length > 0 && (
        <IndexTable
          resourceName={{ singular: t("recommendations:products.one"), plural: t("recommendations:products.many") }} itemCount={companions.length} selectable={false} condensed={isNarrow}
          headings={[
            { title: t("recommendations:products.product") }, { title: t("recommendations:companions.together"), alignment: "end" }, { title: t("recommendations:companions.confidence"), alignment: "end" },
            { title: t("recommendations:companions.reason") }, { title: t("recommendations:companions.byHand") },
          ]}
        >
          {companions.map((line, index) => (
            <IndexTable.Row key={line.productId} id={String(line.productId)} position={index}>
              {isNarrow ? (
                <div className="narrow-row">
                  <BlockStack gap="200">
                    <Name line={line} />
                    <Reason line={line} />
                    {line.confidence !== "" && <Text as="p" tone="subdued">{t("recommendations:companions.narrow", { confidence: line.confidence })}</Text>}
                    <Hand line={line} busy={busy} onChoose={onChoose} />
                  </BlockStack>
                </div>
              ) : (
                <>
                  <IndexTable.Cell className="wrapping-name"><Name line={line} /></IndexTable.Cell>
                  <IndexTable.Cell><Text as="span" alignment="end" numeric>{line.together}</Text></IndexTable.Cell>
                  <IndexTable.Cell><Text as="span" alignment="end" numeric>{line.confidence}</Text></IndexTable.Cell>
                  <IndexTable.Cell className="wrapping-cell"><Reason line={line} /></IndexTable.Cell>
                  <IndexTable.Cell><Hand line={line} busy={busy} onChoose={onChoose} /></IndexTable.Cell>
                </>
              )}
            </IndexTable.Row>
          ))}
        </IndexTable>
      )}
    </Card>
  );
}

function Reason({ line }: { line: CompanionLine }) {
  return (
    <BlockStack>
      <Text as="span">{line.reason}</Text>
      {line.counts !== "" && <Text as="span" tone="subdued">{line.counts}</Text>}
    </BlockStack>
  );
}

function Name({ line }: { line: CompanionLine }) {
  return <PicturedProduct productId={line.productId} title={line.title} imageUrl={line.imageUrl}><span><StateBadge line={line} /></span></PicturedProduct>;
}

function StateBadge({ line }: { line: CompanionLine }) {
  const { t } = useTranslation();
  if (line.isExcludedEverywhere) return <Badge tone="warning">{t("recommendations:state.neverOffered")}</Badge>;
  if (line.isExcluded) return <Badge tone="warning">{t("recommendations:state.leftOut")}</Badge>;
  if (line.isPinned) return <Badge tone="info">{t("recommendations:state.pinned")}</Badge>;
  return line.isEnough ? <Badge tone="success">{t("recommendations:state.enough")}</Badge> : <Badge>{t("recommendations:state.tooLittle")}</Badge>;
}

function Hand({ line: { productId, title, isPinned, isExcluded, isExcludedEverywhere }, busy, onChoose }: { line: CompanionLine } & Pick<CompanionsCardProps, "busy" | "onChoose">) {
  const { t } = useTranslation();
  return (
    // A click on a row opens it; one on these buttons must not.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div onClick={(event) => event.stopPropagation()}>
      <ButtonGroup gap="tight" noWrap>
        <Button
          size="slim" disabled={busy} pressed={isPinned} accessibilityLabel={isPinned ? t("recommendations:hand.unpinOf", { title }) : t("recommendations:hand.pinOf", { title })}
          onClick={() => onChoose(productId, isPinned ? null : "pin")}
        >
          {isPinned ? t("recommendations:hand.unpin") : t("recommendations:hand.pin")}
        </Button>
        <Button
          size="slim" disabled={busy || isExcludedEverywhere} pressed={isExcluded} accessibilityLabel={isExcluded ? t("recommendations:hand.allowOf", { title }) : t("recommendations:hand.leaveOutOf", { title })}
          onClick={() => onChoose(productId, isExcluded ? null : "exclude")}
        >
          {isExcluded ? t("recommendations:hand.allow") : t("recommendations:hand.leaveOut")}
        </Button>
      </ButtonGroup>
    </div>
  );
}
