import { Badge, BlockStack, Button, Card, DataTable, Text } from "@shopify/polaris";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { timeText } from "../../i18n/values";
import { downloadText } from "../download";

export interface PrivacyLine {
  id: string;
  topic: string;
  receivedAt: string;
  completedAt: string | null;
  /** JSON, for data requests. */
  report: string | null;
}

function topicText(t: TFunction, topic: string): string {
  switch (topic) {
    case "customers/data_request":
      return t("settings:privacy.topic.dataRequest");
    case "customers/redact":
      return t("settings:privacy.topic.customerRedact");
    case "shop/redact":
      return t("settings:privacy.topic.shopRedact");
    default:
      return topic;
  }
}

/** What is kept, for how long, and what privacy requests were answered. */
export function PrivacyCard({ requests, timeZone }: { requests: PrivacyLine[]; timeZone: string }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">{t("settings:privacy.kept")}</Text>
        <Text as="p">{t("settings:privacy.howLong")}</Text>
        {requests.length === 0 ? (
          <Text as="p" tone="subdued">{t("settings:privacy.none")}</Text>
        ) : (
          <DataTable
            columnContentTypes={["text", "text", "text", "text"]}
            headings={[t("settings:privacy.request"), t("settings:privacy.received"), t("settings:privacy.state"), t("settings:privacy.report")]}
            rows={requests.map(({ id, topic, receivedAt, completedAt, report }) => [
              topicText(t, topic),
              timeText(t, receivedAt, timeZone),
              <Badge key="state" {...(completedAt && { tone: "success" as const })}>{completedAt ? t("settings:privacy.done") : t("settings:privacy.underWay")}</Badge>,
              report === null ? "" : <Button key="report" variant="plain" onClick={() => downloadText(`customer-data-${id}.json`, "application/json", report)}>{t("settings:privacy.download")}</Button>,
            ])}
          />
        )}
      </BlockStack>
    </Card>
  );
}
