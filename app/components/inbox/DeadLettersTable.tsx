import { BlockStack, Button, IndexTable, Text } from "@shopify/polaris";
import { useTranslation } from "react-i18next";
import { useNarrow } from "../use-narrow";

export interface DeadLetterLine {
  id: string;
  topic: string;
  time: string;
  attempts: number;
  error: string;
}

interface DeadLettersTableProps {
  letters: DeadLetterLine[];
  busy: boolean;
  onReplay: (id: string) => void;
  pagination: { hasNext: boolean; hasPrevious: boolean; onNext: () => void; onPrevious: () => void } | null;
}

export function DeadLettersTable({ letters, busy, onReplay, pagination }: DeadLettersTableProps) {
  const { t } = useTranslation();
  const isNarrow = useNarrow();
  const errorOf = ({ error }: DeadLetterLine) => (error === "" ? t("inbox:errorUnknown") : error);
  const button = (letter: DeadLetterLine) => (
    <Button size="slim" disabled={busy} accessibilityLabel={t("inbox:againNamed", { topic: letter.topic, time: letter.time })} onClick={() => onReplay(letter.id)}>{t("inbox:again")}</Button>
  );
  return (
    <IndexTable
      resourceName={{ singular: t("inbox:update"), plural: t("inbox:updates") }}
      itemCount={letters.length}
      selectable={false}
      condensed={isNarrow}
      headings={[{ title: t("inbox:received") }, { title: t("inbox:topic") }, { title: t("inbox:error") }, { title: t("inbox:tries"), alignment: "end" }, { title: t("inbox:again"), hidden: true }]}
      {...(pagination && { pagination })}
    >
      {letters.map((letter, index) => (
        <IndexTable.Row key={letter.id} id={letter.id} position={index}>
          {isNarrow ? (
            <div className="narrow-row">
              <BlockStack gap="200" inlineAlign="start">
                <Text as="span" fontWeight="semibold">{letter.topic}</Text>
                <Text as="span" tone="subdued">{t("inbox:triesOf", { time: letter.time, count: letter.attempts })}</Text>
                <Text as="span">{errorOf(letter)}</Text>
                {button(letter)}
              </BlockStack>
            </div>
          ) : (
            <>
              <IndexTable.Cell>{letter.time}</IndexTable.Cell>
              <IndexTable.Cell>{letter.topic}</IndexTable.Cell>
              <IndexTable.Cell className="wrapping-cell">{errorOf(letter)}</IndexTable.Cell>
              <IndexTable.Cell><Text as="span" alignment="end" numeric>{letter.attempts}</Text></IndexTable.Cell>
              <IndexTable.Cell>{button(letter)}</IndexTable.Cell>
            </>
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}
