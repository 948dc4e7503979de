import { useNavigate, useSearchParams } from "@remix-run/react";
import { useAppBridge } from "@shopify/app-bridge-react";
import { BlockStack, Card, Page, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { dayText, moneyText } from "../../i18n/values";
import { downloadBlob } from "../download";
import { DueTable } from "./DueTable";
import type { DueTableLine } from "./DueTable";
import { SumRows } from "./SumRows";

interface Period {
  id: string;
  currency: string;
  startsAt: string;
  endsAt: string;
  netMinor: number;
  feeMinor: number;
  creditInMinor: number;
  chargedMinor: number;
  waivedMinor: number;
  closedAt: string | null;
}

export interface DueView {
  page: { period: Period; periods: Period[]; lines: DueTableLine[]; charges: { id: string; amountMinor: number; state: "sending" | "sent" | "refused"; madeAt: string }[]; next: number | null } | null;
  timeZone: string;
}

/** What a period is charged for, line by line. */
export function DuePage({ page, timeZone }: DueView) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [isSaving, setSaving] = useState(false);
  const frame = { title: t("billing:lines.title"), backAction: { content: t("billing:title"), url: "/app/billing" } };
  if (!page) {
    return <Page {...frame}><Card><BlockStack gap="200"><Text as="h2" variant="headingMd">{t("billing:lines.noneTitle")}</Text><Text as="p">{t("billing:lines.none")}</Text></BlockStack></Card></Page>;
  }
  const { period, periods, lines, charges, next } = page;
  const money = (minor: number) => moneyText(t, minor, period.currency);
  const save = async () => {
    setSaving(true);
    const reply = await fetch(`/app/billing/export?period=${period.id}`).catch(() => null);
    // As it is: reading it as text would lose the byte order mark.
    if (reply?.ok) downloadBlob(`encore-${period.startsAt.slice(0, 10)}.csv`, await reply.blob());
    else shopify.toast.show(t("billing:lines.failed"), { isError: true });
    setSaving(false);
  };
  return (
    <Page {...frame} fullWidth secondaryActions={[{ content: t("billing:lines.export"), loading: isSaving, onAction: () => void save() }]}>
      <BlockStack gap="400">
        <Card>
          <BlockStack gap="400">
            <Select
              label={t("billing:lines.period")} value={period.id} onChange={(id) => setParams({ period: id })}
              options={periods.map(({ id, startsAt, endsAt }) => ({ value: id, label: t("billing:lines.span", { from: dayText(t, startsAt, timeZone), to: dayText(t, endsAt, timeZone) }) }))}
            />
            <SumRows rows={[
              [t("billing:due.net"), money(period.netMinor)],
              [t("billing:due.fee"), money(period.feeMinor)],
              ...(period.creditInMinor > 0 ? [[t("billing:due.creditIn"), money(-period.creditInMinor)] as const] : []),
              ...(period.creditInMinor < 0 ? [[t("billing:due.broughtForward"), money(-period.creditInMinor)] as const] : []),
              [t("billing:due.charged"), money(period.chargedMinor)],
              ...(period.waivedMinor > 0 ? [[t("billing:due.waived"), money(period.waivedMinor)] as const] : []),
            ]} />
            {charges.map(({ id, amountMinor, state, madeAt }) => (
              <Text key={id} as="p" tone="subdued">{t(`billing:lines.charge.${state}`, { amount: { minor: amountMinor, currency: period.currency }, at: dayText(t, madeAt, timeZone) })}</Text>
            ))}
          </BlockStack>
        </Card>
        <DueTable
          lines={lines} currency={period.currency} timeZone={timeZone}
          pagination={next !== null || params.has("before") ? {
            hasNext: next !== null, hasPrevious: params.has("before"),
            onNext: () => setParams({ period: period.id, before: String(next) }), onPrevious: () => navigate(-1),
          } : null}
        />
        <Text as="p" tone="subdued">{t("billing:lines.explain")}</Text>
      </BlockStack>
    </Page>
  );
}
