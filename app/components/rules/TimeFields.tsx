import { ChoiceList, InlineStack, Text, TextField } from "@shopify/polaris";
import type { LeafFieldsProps } from "./leaf-fields";

const words = {
  date: { first: "First day", last: "Last day", help: "Days on your shop’s calendar, both included. Leave one empty for no limit." },
  time: { first: "From", last: "Until", help: "On your shop’s clock. An end before the start is on the next day." },
};

/** Two dates, or two times of day, on the shop's own clock. */
export function TimeFields({ leaf, onChange, type }: LeafFieldsProps & { type: "date" | "time" }) {
  const { first, last, help } = words[type];
  return (
    <>
      <InlineStack gap="200">
        <div className="range-field">
          <TextField label={first} type={type} autoComplete="off" value={leaf.min} onChange={(min) => onChange({ ...leaf, min })} />
        </div>
        <div className="range-field">
          <TextField label={last} type={type} autoComplete="off" value={leaf.max} onChange={(max) => onChange({ ...leaf, max })} />
        </div>
      </InlineStack>
      <Text as="p" tone="subdued">{help}</Text>
    </>
  );
}

const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

export function WeekdayFields({ leaf, onChange }: LeafFieldsProps) {
  return (
    <ChoiceList
      title="Days, by your shop’s clock" titleHidden allowMultiple
      choices={days.map((label, index) => ({ label, value: String(index + 1) }))}
      selected={leaf.texts}
      onChange={(texts) => onChange({ ...leaf, texts: [...texts].sort() })}
    />
  );
}
