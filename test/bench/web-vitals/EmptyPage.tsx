import { AppProvider, Card, Page, TextField } from "@shopify/polaris";
import english from "@shopify/polaris/locales/en.json";
import { useState } from "react";

/** What any Polaris app shows at least: a title, a card, a field. */
export function EmptyPage() {
  const [text, setText] = useState("");
  return (
    <AppProvider i18n={english}>
      <Page title="Empty page">
        <Card><TextField label="Text" autoComplete="off" value={text} onChange={setText} /></Card>
      </Page>
    </AppProvider>
  );
}
