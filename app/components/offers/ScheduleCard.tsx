import { BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import type { CardProps } from "./card-props";

export function ScheduleCard({ form, change, messageAt, timeZone }: CardProps & { timeZone: string }) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t("offers:schedule.title")}</Text>
        <Text as="p" tone="subdued">{t("offers:schedule.about", { timeZone: timeZone.replaceAll("_", " ") })}</Text>
        <FormLayout>
          <FormLayout.Group>
            <TextField
              label={t("offers:schedule.starts")} type="datetime-local" autoComplete="off"
              value={form.startsAt} onChange={(startsAt) => change({ startsAt })} error={messageAt("schedule.startsAt")}
            />
            <TextField
              label={t("offers:schedule.ends")} type="datetime-local" autoComplete="off"
              value={form.endsAt} onChange={(endsAt) => change({ endsAt })} error={messageAt("schedule.endsAt") ?? messageAt("schedule")}
            />
          </FormLayout.Group>
        </FormLayout>
      </BlockStack>
    </Card>
  );
}
