import { BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmModal } from "../ConfirmModal";
import { timeText } from "../../i18n/values";
import type { VersionEntry } from "./editor-data";
import { changeTexts } from "./version-changes";

interface VersionHistoryProps {
  versions: VersionEntry[];
  current: number;
  currency: string;
  timeZone: string;
  /** Restoring replaces what is being edited: not while there are unsaved changes. */
  disabled: boolean;
  onRestore: (version: number) => void;
}

const firstShown = 5;

export const VersionHistory = memo(function VersionHistory({ versions, current, currency, timeZone, disabled, onRestore }: VersionHistoryProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const [restoring, setRestoring] = useState<number | null>(null);
  const restored = versions.find(({ version }) => version === restoring);
  const now = versions.find(({ version }) => version === current);
  const ifRestored = restored && now ? [...changeTexts(t, restored.changedIfRestored, now.facts, restored.facts, currency), ...restored.ruleIfRestored] : [];
  const shown = all ? versions : versions.slice(0, firstShown);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">{t("offers:versions.title")}</Text>
        <ol className="version-list">
          {shown.map(({ version, savedAt, facts, changed, ruleChanges }, index) => (
            <li key={version}>
              <InlineStack align="space-between" blockAlign="center" wrap={false} gap="200">
                <BlockStack>
                  <Text as="span" fontWeight={version === current ? "semibold" : "regular"}>{version === current ? t("offers:versions.current", { version }) : t("offers:versions.version", { version })}</Text>
                  <Text as="span" tone="subdued"><time dateTime={savedAt}>{timeText(t, savedAt, timeZone)}</time></Text>
                </BlockStack>
                {version !== current && (
                  <Button variant="tertiary" disabled={disabled} accessibilityLabel={t("offers:versions.restoreNamed", { version })} onClick={() => setRestoring(version)}>{t("offers:versions.restore")}</Button>
                )}
              </InlineStack>
              <Changes changes={[...changeTexts(t, changed ?? [], versions[index + 1]?.facts ?? facts, facts, currency), ...(ruleChanges ?? [])]} />
            </li>
          ))}
        </ol>
        {versions.length > shown.length && <div><Button variant="plain" onClick={() => setAll(true)}>{t("offers:versions.all", { count: versions.length })}</Button></div>}
        {disabled && versions.length > 1 && <Text as="p" tone="subdued">{t("offers:versions.dirty")}</Text>}
      </BlockStack>
      <ConfirmModal
        open={restoring !== null}
        title={t("offers:versions.ask", { version: restoring ?? 0 })}
        confirm={t("offers:versions.restore")}
        onConfirm={() => restoring !== null && onRestore(restoring)}
        onClose={() => setRestoring(null)}
        details={ifRestored.length > 0 && (
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">{t("offers:versions.becomes")}</Text>
            <Changes changes={ifRestored} />
          </BlockStack>
        )}
      >{t("offers:versions.about")}</ConfirmModal>
    </Card>
  );
});

/** What became of the offer, one sentence each. */
function Changes({ changes }: { changes: string[] }) {
  if (changes.length === 0) return null;
  return <List>{changes.map((sentence, index) => <List.Item key={index}>{sentence}</List.Item>)}</List>;
}
