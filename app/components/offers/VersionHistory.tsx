import { BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import { ConfirmModal } from "../ConfirmModal";
import { timeText } from "../time-text";
import type { VersionEntry } from "./editor-data";

interface VersionHistoryProps {
  versions: VersionEntry[];
  current: number;
  timeZone: string;
  /** Restoring replaces what is being edited: not while there are unsaved changes. */
  disabled: boolean;
  onRestore: (version: number) => void;
}

const firstShown = 5;

export function VersionHistory({ versions, current, timeZone, disabled, onRestore }: VersionHistoryProps) {
  const [all, setAll] = useState(false);
  const [restoring, setRestoring] = useState<number | null>(null);
  const shown = all ? versions : versions.slice(0, firstShown);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Version history</Text>
        <ol className="version-list">
          {shown.map(({ version, savedAt }) => (
            <li key={version}>
              <InlineStack align="space-between" blockAlign="center" wrap={false} gap="200">
                <BlockStack>
                  <Text as="span" fontWeight={version === current ? "semibold" : "regular"}>{`Version ${version}${version === current ? " (current)" : ""}`}</Text>
                  <Text as="span" tone="subdued"><time dateTime={savedAt}>{timeText(savedAt, timeZone)}</time></Text>
                </BlockStack>
                {version !== current && (
                  <Button variant="tertiary" disabled={disabled} accessibilityLabel={`Restore version ${version}`} onClick={() => setRestoring(version)}>Restore</Button>
                )}
              </InlineStack>
            </li>
          ))}
        </ol>
        {versions.length > shown.length && <div><Button variant="plain" onClick={() => setAll(true)}>{`Show all ${versions.length}`}</Button></div>}
        {disabled && versions.length > 1 && <Text as="p" tone="subdued">Save or discard your changes to restore a version.</Text>}
      </BlockStack>
      <ConfirmModal
        open={restoring !== null}
        title={`Restore version ${restoring ?? ""}?`}
        confirm="Restore"
        onConfirm={() => restoring !== null && onRestore(restoring)}
        onClose={() => setRestoring(null)}
      >
        Its content is saved as a new version. Nothing is lost: today’s version stays in this list.
      </ConfirmModal>
    </Card>
  );
}
