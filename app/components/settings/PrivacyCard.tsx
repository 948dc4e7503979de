import { Badge, BlockStack, Button, Card, DataTable, Text } from "@shopify/polaris";
import { timeText } from "../time-text";

export interface PrivacyLine {
  id: string;
  topic: string;
  receivedAt: string;
  completedAt: string | null;
  /** JSON, for data requests. */
  report: string | null;
}

const topics: Record<string, string> = {
  "customers/data_request": "Customer asks for their data",
  "customers/redact": "Customer’s data erased",
  "shop/redact": "Store’s data erased",
};

/** What is kept, for how long, and what privacy requests were answered. */
export function PrivacyCard({ requests, timeZone }: { requests: PrivacyLine[]; timeZone: string }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="p">
          Encore keeps no names, addresses, phone numbers or e-mail addresses. Customers are known by their Shopify id; guests by a code made from
          their e-mail that can’t be turned back.
        </Text>
        <Text as="p">
          Orders, decisions and results are kept while Encore is installed. When a customer asks to be erased, what belongs to them is erased. 48 hours
          after you uninstall, everything of your store is.
        </Text>
        {requests.length === 0 ? (
          <Text as="p" tone="subdued">No privacy request has been received.</Text>
        ) : (
          <DataTable
            columnContentTypes={["text", "text", "text", "text"]}
            headings={["Request", "Received", "State", "Report"]}
            rows={requests.map((request) => [
              topics[request.topic] ?? request.topic,
              timeText(request.receivedAt, timeZone),
              <Badge key="state" {...(request.completedAt && { tone: "success" as const })}>{request.completedAt ? "Done" : "Under way"}</Badge>,
              request.report === null ? "" : <Button key="report" variant="plain" onClick={() => download(request)}>Download</Button>,
            ])}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function download({ id, report }: PrivacyLine): void {
  const url = URL.createObjectURL(new Blob([report ?? ""], { type: "application/json" }));
  const anchor = Object.assign(document.createElement("a"), { href: url, download: `customer-data-${id}.json` });
  anchor.click();
  URL.revokeObjectURL(url);
}
