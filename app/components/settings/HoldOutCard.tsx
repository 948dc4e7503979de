import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { useFetcher } from "@remix-run/react";
import { BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { useEffect, useState } from "react";

export type HoldOutReply = { saved: number } | { error: string } | { started: string } | { shown: true };

/** The share of customers who are never shown offers. */
export function HoldOutCard({ percent }: { percent: number }) {
  const shopify = useAppBridge();
  const fetcher = useFetcher<HoldOutReply>();
  const [typed, setTyped] = useState(String(percent));
  const [baseline, setBaseline] = useState(String(percent));
  const reply = fetcher.data;
  const dirty = typed.trim() !== baseline;
  const share = Number(typed);
  const valid = /^\s*\d{1,2}\s*$/.test(typed) && share <= 50;

  useEffect(() => {
    if (!reply || !("saved" in reply)) return;
    setBaseline(String(reply.saved));
    setTyped(String(reply.saved));
    shopify.toast.show("Settings saved");
  }, [reply, shopify]);

  const save = () => fetcher.submit({ intent: "holdOut", percent: typed.trim() }, { method: "post" });
  const error = valid ? (reply && "error" in reply ? reply.error : undefined) : "Use a whole number from 0 to 50";
  return (
    <Card>
      <SaveBar id="settings-save-bar" open={dirty}>
        <button variant="primary" onClick={save} disabled={!valid}>Save</button>
        <button onClick={() => setTyped(baseline)}>Discard</button>
      </SaveBar>
      <BlockStack gap="300">
        <div className="short-field">
          <TextField label="Customers held out" type="text" inputMode="numeric" suffix="%" autoComplete="off" value={typed} onChange={setTyped} error={error} />
        </div>
        {valid && (
          <Text as="p">
            {share === 0
              ? "Every customer may be shown offers. Without a hold-out nobody can tell what they would have bought anyway."
              : `About ${share} in 100 customers are never shown an offer. The same customers every time: comparing them with the others shows what offers really add.`}
          </Text>
        )}
        <Text as="p" tone="subdued">Raising the share keeps those held out already; the results of the home page aren’t changed by it.</Text>
      </BlockStack>
    </Card>
  );
}
