import { useAppBridge } from "@shopify/app-bridge-react";
import { Badge, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { downloadBlob } from "../download";
import { timeText } from "../../i18n/values";

export interface ExportLine {
  id: string;
  status: "requested" | "running" | "ready" | "cancelled" | "failed";
  rowsTotal: number;
  rowsDone: number;
  bytes: number;
  requestedAt: string;
  expiresAt: string | null;
}

interface ExportCardProps {
  exports: ExportLine[];
  timeZone: string;
  mayExport: boolean;
  isBusy: boolean;
  submit: (fields: Record<string, string>) => void;
}

const tones = { requested: "info", running: "info", ready: "success", cancelled: null, failed: "critical" } as const;

/** Everything that Encore holds of the shop, as one file. */
export function ExportCard({ exports, timeZone, mayExport, isBusy, submit }: ExportCardProps) {
  const { t } = useTranslation();
  const isUnderWay = exports.some(({ status }) => status === "requested" || status === "running");
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">{t("settings:export.about")}</Text>
        {!mayExport && <Text as="p" tone="subdued">{t("settings:export.notAllowed")}</Text>}
        {exports.map((line) => <ExportRow key={line.id} line={line} timeZone={timeZone} mayExport={mayExport} isBusy={isBusy} submit={submit} />)}
        <InlineStack><Button disabled={!mayExport || isBusy || isUnderWay} onClick={() => submit({ intent: "export" })}>{t("settings:export.start")}</Button></InlineStack>
      </BlockStack>
    </Card>
  );
}

function ExportRow({ line, timeZone, mayExport, isBusy, submit }: Omit<ExportCardProps, "exports"> & { line: ExportLine }) {
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const [isLoading, setLoading] = useState(false);
  const { id, status, rowsTotal, rowsDone, bytes, requestedAt, expiresAt } = line;
  const isUnderWay = status === "requested" || status === "running";
  const tone = tones[status];
  const download = async () => {
    setLoading(true);
    const reply = await fetch(`/app/settings/data/${id}`).catch(() => null);
    if (reply?.ok) downloadBlob("encore-data.jsonl.gz", await reply.blob());
    else shopify.toast.show(t("settings:export.failed"), { isError: true });
    setLoading(false);
  };
  return (
    <BlockStack gap="200">
      <InlineStack gap="200" blockAlign="center" align="space-between">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h3" variant="bodyMd" fontWeight="semibold">{timeText(t, requestedAt, timeZone)}</Text>
          <Badge {...(tone !== null && { tone })}>{t(`settings:export.status.${status}`)}</Badge>
        </InlineStack>
        <InlineStack gap="200">
          {status === "ready" && <Button disabled={!mayExport} loading={isLoading} onClick={() => void download()}>{t("settings:export.download")}</Button>}
          <Button variant="tertiary" disabled={!mayExport || isBusy} onClick={() => submit({ intent: "removeExport", id })}>{isUnderWay ? t("settings:export.stop") : t("settings:export.remove")}</Button>
        </InlineStack>
      </InlineStack>
      {isUnderWay && <ProgressBar progress={rowsTotal === 0 ? 0 : Math.round((rowsDone / rowsTotal) * 100)} size="small" ariaLabelledBy={`export-${id}`} />}
      <Text as="p" tone="subdued" id={`export-${id}`}>
        {status === "ready" && expiresAt !== null
          ? t("settings:export.ready", { count: rowsDone, kilobytes: Math.ceil(bytes / 1_000), at: expiresAt, timeZone })
          : t("settings:export.rows", { count: rowsDone, all: rowsTotal })}
      </Text>
    </BlockStack>
  );
}
