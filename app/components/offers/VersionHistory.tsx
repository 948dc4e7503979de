import { BlockStack, Button, Card, InlineStack, List, Text } from "@shopify/polaris";
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
  const restored = versions.find(({ version }) => version === restoring);
  const shown = all ? versions : versions.slice(0, firstShown);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">Version history</Text>
        <ol className="version-list">
          {shown.map(({ version, savedAt, ruleChanges }) => (
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
              {ruleChanges && ruleChanges.length > 0 && <RuleChanges changes={ruleChanges} />}
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
        details={restored && restored.ruleIfRestored.length > 0 && (
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">What becomes of the rule</Text>
            <RuleChanges changes={restored.ruleIfRestored} />
          </BlockStack>
        )}
      >
        Its content is saved as a new version. Nothing is lost: today’s version stays in this list.
      </ConfirmModal>
    </Card>
  );
}

/** What became of the rule, one sentence each. */
function RuleChanges({ changes }: { changes: string[] }) {
  return <List>{changes.map((sentence, index) => <List.Item key={index}>{sentence}</List.Item>)}</List>;
}
