import { allowedQuantity } from "../products/option";
import { eventValue, setEventValue } from "./event-value";

interface Props {
  label: string;
  quantity: number;
  most: number;
  isLocked: boolean;
  onQuantity: (quantity: number) => void;
}

/** Nothing where only one unit can be had. */
export function Quantity({ label, quantity, most, isLocked, onQuantity }: Props) {
  if (most < 2) return null;
  return (
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
}
