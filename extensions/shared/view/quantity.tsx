import type { ComponentChildren } from "preact";
import { allowedQuantity } from "../products/option";
import { eventValue, setEventValue } from "./event-value";

interface Props {
  label: string;
  quantity: number;
  most: number;
  isLocked: boolean;
  layout: "list" | "grid";
  onQuantity: (quantity: number) => void;
  /** What stands beside it. */
  action: ComponentChildren;
}

/** How many, and what to do with them; in one row where a card is wide enough. The quantity is left out where only one unit can be had. */
export function QuantityAndAction({ label, quantity, most, isLocked, layout, onQuantity, action }: Props) {
  if (most < 2) return <s-stack direction="inline">{action}</s-stack>;
  const field = (
    <s-number-field
      label={label}
      controls="stepper"
      inputMode="numeric"
      min={1}
      max={most}
      step={1}
      value={String(quantity)}
      disabled={isLocked}
      onChange={(event) => {
        const allowed = allowedQuantity(Number(eventValue(event)), most);
        setEventValue(event, String(allowed));
        onQuantity(allowed);
      }}
    />
  );
  // What does not fit beside it goes below: a label is never cut.
  return (
    <s-stack direction={layout === "list" ? "inline" : "block"} gap="base" alignItems={layout === "list" ? "end" : "stretch"}>
      {layout === "list" ? <s-box inlineSize="144px">{field}</s-box> : field}
      <s-stack direction="inline">{action}</s-stack>
    </s-stack>
  );
}
