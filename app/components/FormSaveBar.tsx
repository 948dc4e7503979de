import { SaveBar } from "@shopify/app-bridge-react";

interface FormSaveBarProps {
  id: string;
  form: { dirty: boolean; saving: boolean; save: () => void; discard: () => void };
  /** In the words of the page. */
  save: string;
  discard: string;
}

/** The admin's bar above a page whose form has changes. */
export function FormSaveBar({ id, form, save, discard }: FormSaveBarProps) {
  return (
    <SaveBar id={id} open={form.dirty}>
      <button variant="primary" onClick={form.save} {...(form.saving && { loading: "" })}>{save}</button>
      <button onClick={form.discard}>{discard}</button>
    </SaveBar>
  );
}
