import type { LeafForm } from "./leaf-form";

/** What every control of a condition's values is given. */
export interface LeafFieldsProps {
  leaf: LeafForm;
  onChange: (leaf: LeafForm) => void;
}
