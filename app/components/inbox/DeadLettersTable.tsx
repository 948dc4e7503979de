import { BlockStack, Button, IndexTable, Text, useBreakpoints } from "@shopify/polaris";

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

const resourceName = { singular: "update", plural: "updates" };

export function DeadLettersTable({ letters, busy, onReplay, pagination }: DeadLettersTableProps) {
  const { smDown } = useBreakpoints();
  const button = (letter: DeadLetterLine) => (
    <Button size="slim" disabled={busy} accessibilityLabel={`Process again: ${letter.topic}, ${letter.time}`} onClick={() => onReplay(letter.id)}>Process again</Button>
  );
  return (
    <IndexTable
      resourceName={resourceName}
      itemCount={letters.length}
      selectable={false}
      condensed={smDown}
      headings={[{ title: "Received" }, { title: "Topic" }, { title: "What went wrong" }, { title: "Tries", alignment: "end" }, { title: "Process again", hidden: true }]}
      {...(pagination && { pagination })}
    >
      {letters.map((letter, index) => (
        <IndexTable.Row key={letter.id} id={letter.id} position={index}>
          {smDown ? (
            <div className="narrow-row">
              <BlockStack gap="200" inlineAlign="start">
                <Text as="span" fontWeight="semibold">{letter.topic}</Text>
                <Text as="span" tone="subdued">{`${letter.time}, ${letter.attempts} tries`}</Text>
                <Text as="span">{errorText(letter)}</Text>
                {button(letter)}
              </BlockStack>
            </div>
          ) : (
            <>
              <IndexTable.Cell>{letter.time}</IndexTable.Cell>
              <IndexTable.Cell>{letter.topic}</IndexTable.Cell>
              <IndexTable.Cell className="wrapping-cell">{errorText(letter)}</IndexTable.Cell>
              <IndexTable.Cell><Text as="span" alignment="end" numeric>{letter.attempts}</Text></IndexTable.Cell>
              <IndexTable.Cell>{button(letter)}</IndexTable.Cell>
            </>
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

function errorText({ error }: DeadLetterLine): string {
  return error === "" ? "Not recorded" : error;
}
