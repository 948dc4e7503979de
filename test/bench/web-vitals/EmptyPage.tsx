import { ActionList, AppProvider, BlockStack, Button, Card, Page, Popover, Tabs, TextField } from "@shopify/polaris";
import english from "@shopify/polaris/locales/en.json";
import { useState } from "react";

const tabs = ["First", "Second", "Third"].map((content) => ({ id: content, content }));
const items = ["One", "Two", "Three"].map((content) => ({ content }));

/** What any Polaris app shows at least, and what of it can be used as pages are used: tabs, a menu, a field. */
export function EmptyPage() {
  const [text, setText] = useState("");
  const [tab, setTab] = useState(0);
  const [open, setOpen] = useState(false);
  return (
    <AppProvider i18n={english}>
      <Page title="Empty page">
        <Tabs tabs={tabs} selected={tab} onSelect={setTab} />
        <Card>
          <BlockStack gap="400" inlineAlign="start">
            <Popover active={open} onClose={() => setOpen(false)} activator={<Button disclosure onClick={() => setOpen(!open)}>Menu</Button>}>
              <ActionList items={items} />
            </Popover>
            <TextField label="Text" autoComplete="off" value={text} onChange={setText} />
          </BlockStack>
        </Card>
      </Page>
    </AppProvider>
  );
}
