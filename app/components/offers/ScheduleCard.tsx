import { BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import type { CardProps } from "./card-props";

export function ScheduleCard({ form, change, messageAt, timeZone }: CardProps & { timeZone: string }) {
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">Schedule</Text>
        <Text as="p" tone="subdued">{`Times are in your store’s time zone, ${timeZone.replaceAll("_", " ")}. Leave both empty to show the offer as long as it is active.`}</Text>
        <FormLayout>
          <FormLayout.Group>
            <TextField
              label="Starts" type="datetime-local" autoComplete="off"
              value={form.startsAt} onChange={(startsAt) => change({ startsAt })} error={messageAt("schedule.startsAt")}
            />
            <TextField
              label="Ends" type="datetime-local" autoComplete="off"
              value={form.endsAt} onChange={(endsAt) => change({ endsAt })} error={messageAt("schedule.endsAt") ?? messageAt("schedule")}
            />
          </FormLayout.Group>
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
