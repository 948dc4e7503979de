import { BlockStack, Card, FormLayout, Text, TextField } from "@shopify/polaris";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { CardProps } from "./card-props";

type ScheduleCardProps = CardProps<"startsAt" | "endsAt"> & { timeZone: string };

export const ScheduleCard = memo(function ScheduleCard({ startsAt, endsAt, change, messageAt, timeZone }: ScheduleCardProps) {
  const { t } = useTranslation();
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">{t("offers:schedule.title")}</Text>
        <Text as="p" tone="subdued">{t("offers:schedule.about", { timeZone: timeZone.replaceAll("_", " ") })}</Text>
        <FormLayout>
          <FormLayout.Group>
            <TextField
              name="schedule.startsAt" label={t("offers:schedule.starts")} type="datetime-local" autoComplete="off"
              value={startsAt} onChange={(text) => change({ startsAt: text })} error={messageAt("schedule.startsAt")}
            />
            <TextField
              name="schedule.endsAt" label={t("offers:schedule.ends")} type="datetime-local" autoComplete="off"
              value={endsAt} onChange={(text) => change({ endsAt: text })} error={messageAt("schedule.endsAt") ?? messageAt("schedule")}
            />
          </FormLayout.Group>
        </FormLayout>
      </BlockStack>
    </Card>
  );
});
