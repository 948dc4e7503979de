import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, EmptySearchResult, EmptyState, Page, Text } from "@shopify/polaris";
import { ExportIcon, ImportIcon, SortIcon } from "@shopify/polaris-icons";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { figureDays } from "../../domain/offers/figure-days";
import { ConfirmModal } from "../ConfirmModal";
import { downloadText } from "../download";
import emptyImage from "../illustrations/offers.svg";
import { useSteadyActions } from "../use-steady-actions";
import { ImportProblems, useFilePicker } from "./ImportOffers";
import { OfferFilters } from "./OfferFilters";
import type { OfferLine } from "./OfferRow";
import { OffersTable } from "./OffersTable";
import { useListCommands } from "./use-list-commands";
import type { BulkIntent } from "./use-list-commands";
import { useOfferListing } from "./use-offer-listing";
import { useRowFigures } from "./use-row-figures";

export interface OffersPageProps {
  offers: OfferLine[];
  /** Of all states. */
  total: number;
  next: string | null;
  previous: string | null;
  isInOrder: boolean;
}

export function OffersPage({ offers, total, next, previous, isInOrder }: OffersPageProps) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const { search, list, page } = useOfferListing();
  const { send, busy, problems } = useListCommands();
  const [archiving, setArchiving] = useState<string[] | null>(null);
  const figures = useRowFigures(offers.map(({ id }) => id));
  // The same things every time: the table is long, and drawn anew only when what it shows changes.
  const move = useCallback((id: string, direction: "before" | "after", other: string) => send({ intent: "move", id, direction, other }), [send]);
  const bulk = useCallback((intent: BulkIntent, ids: string[]) => (intent === "archive" ? setArchiving(ids) : send({ intent, ids })), [send]);
  const none = useMemo(() => <EmptySearchResult title={t("offers:empty.noneTitle")} description={t("offers:empty.noneText")} withIllustration />, [t]);
  const pages = useMemo(() => (next === null && previous === null ? null : {
    hasNext: next !== null, hasPrevious: previous !== null,
    onNext: () => { if (next !== null) page("after", next); }, onPrevious: () => { if (previous !== null) page("before", previous); },
  }), [next, previous, page]);
  const picker = useFilePicker(t("offers:importFile"), (file) => send({ intent: "import", file }));

  const exportCsv = async () => {
    const reply = await fetch(`/app/offers/export?${search}`);
    if (reply.ok) downloadText("offers.csv", "text/csv", await reply.text());
    else shopify.toast.show(t("offers:exportFailed"), { isError: true });
  };
  const create = { content: t("offers:create"), url: "/app/offers/templates" };
  const importing = { content: t("offers:import"), icon: ImportIcon, onAction: picker.open };
  const actions = useSteadyActions([
    { content: t("offers:changeOrder"), icon: SortIcon, url: "/app/offers/order" },
    { content: t("offers:exportCsv"), icon: ExportIcon, onAction: () => void exportCsv() },
    importing,
  ]);

  if (total === 0) {
    return (
      <Page title={t("offers:title")}>
        <BlockStack gap="400">
          <ImportProblems problems={problems} />
          <Card>
            <EmptyState heading={t("offers:empty.title")} image={emptyImage} action={create} secondaryAction={importing}>
              <p>{t("offers:empty.text")}</p>
            </EmptyState>
          </Card>
        </BlockStack>
        {picker.field}
      </Page>
    );
  }
  return (
    <Page
      title={t("offers:title")} subtitle={t("offers:subtitle")} primaryAction={create}
      secondaryActions={actions}
    >
      <BlockStack gap="400">
        <ImportProblems problems={problems} />
        <Card padding="0">
          <OfferFilters />
          <div className="figures-note"><Text as="p" variant="bodySm" tone="subdued">{t("offers:figuresNote", { days: figureDays })}</Text></div>
          <OffersTable
            key={list}
            offers={offers}
            figures={figures}
            busy={busy}
            emptyState={none}
            pagination={pages}
            onMove={isInOrder ? move : null}
            onBulk={bulk}
          />
        </Card>
      </BlockStack>
      {picker.field}
      <ConfirmModal
        open={archiving !== null}
        title={t("offers:archive.title", { count: archiving?.length ?? 0 })}
        confirm={t("offers:archive.confirm")}
        onConfirm={() => archiving && send({ intent: "archive", ids: archiving })}
        onClose={() => setArchiving(null)}
      >{t("offers:archive.text")}</ConfirmModal>
    </Page>
  );
}
