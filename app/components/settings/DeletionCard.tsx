import { BlockStack, Button, Card, InlineStack, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";

interface DeletionCardProps {
  shopName: string;
  isPlanned: boolean;
  mayDelete: boolean;
  isBusy: boolean;
  isWrongName: boolean;
  submit: (fields: Record<string, string>) => void;
}

/** Asks for the shop's name before anything is planned; calling it off asks for nothing. */
export function DeletionCard({ shopName, isPlanned, mayDelete, isBusy, isWrongName, submit }: DeletionCardProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  if (isPlanned) {
    return (
      <Card>
        <BlockStack gap="300">
          <Text as="p">{t("settings:deletion.canKeep")}</Text>
          <InlineStack><Button disabled={isBusy} onClick={() => submit({ intent: "keep" })}>{t("settings:deletion.keep")}</Button></InlineStack>
        </BlockStack>
      </Card>
    );
  }
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="p">{t("settings:deletion.about")}</Text>
        <Text as="p">{t("settings:deletion.instead")}</Text>
        {mayDelete ? (
          <>
            <TextField
              label={t("settings:deletion.type", { name: shopName })} autoComplete="off" value={typed} onChange={setTyped}
              {...(isWrongName && { error: t("settings:deletion.wrongName", { name: shopName }) })}
            />
            <InlineStack><Button tone="critical" disabled={isBusy || typed.trim() === ""} onClick={() => submit({ intent: "delete", name: typed })}>{t("settings:deletion.action")}</Button></InlineStack>
          </>
        ) : <Text as="p" tone="subdued">{t("settings:deletion.ownerOnly")}</Text>}
      </BlockStack>
    </Card>
  );
}
