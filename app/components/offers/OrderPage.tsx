import { useFetcher, useNavigate } from "@remix-run/react";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Card, EmptyState, Page, Text } from "@shopify/polaris";
import type { KeyboardEvent } from "react";
import { useCallback, useEffect, useRef, useState } from "react";
import emptyImage from "../illustrations/offers.svg";
import { OrderRow } from "./OrderRow";
import type { OrderedOffer } from "./OrderRow";
import type { ListReply } from "./use-list-commands";
import { useOrder } from "./use-order";

interface OrderPageProps {
  offers: OrderedOffer[];
  /** There are more than can be arranged at once. */
  isCut: boolean;
}

/** The line in which offers stand: of several that fit an order, the first is shown. */
export function OrderPage({ offers, isCut }: OrderPageProps) {
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<ListReply>();
  const state = useOrder(offers.map(({ id }) => id));
  const { order, held, base } = state;
  const [told, setTold] = useState("");
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const nameOf = (id: string) => byId.get(id)?.name ?? "";

  const current = useRef(state);
  current.current = state;
  const place = useCallback((id: string, at: number) => {
    const { order: ids, place: put } = current.current;
    const to = Math.min(Math.max(0, at), ids.length - 1);
    put(id, to);
    setTold(`${to + 1} of ${ids.length}.`);
    // The row keeps the keyboard wherever it goes.
    requestAnimationFrame(() => document.getElementById(`handle-${id}`)?.scrollIntoView({ block: "nearest" }));
  }, []);
  const steps: Record<string, (index: number) => number> = {
    ArrowUp: (index) => index - 1, ArrowDown: (index) => index + 1, Home: () => 0, End: () => order.length - 1,
  };
  const onKey = (event: KeyboardEvent, id: string, index: number) => {
    const step = steps[event.key];
    const isHeld = held?.id === id;
    if (event.key === " " || event.key === "Enter") {
      setTold(isHeld ? `${nameOf(id)} dropped at place ${index + 1} of ${order.length}.` : `${nameOf(id)} taken up at place ${index + 1} of ${order.length}. Arrow keys move it, space drops it, Escape puts it back.`);
      if (isHeld) state.drop();
      else state.take(id);
    } else if (isHeld && event.key === "Escape") {
      state.putBack();
      setTold(`${nameOf(id)} put back.`);
    } else if (isHeld && step) place(id, step(index));
    else return;
    event.preventDefault();
  };
  const heldId = held?.id;
  useEffect(() => {
    // React moves the rows around the one that is held, and the browser takes the keyboard from a row that moves.
    if (heldId !== undefined) document.getElementById(`handle-${heldId}`)?.focus();
  }, [heldId, order]);

  const reply = fetcher.state === "idle" ? fetcher.data : undefined;
  const isRefused = reply?.result === "placed" && reply.moved === null;
  useEffect(() => {
    if (reply?.result !== "placed" || reply.moved === null) return;
    current.current.saved();
    shopify.toast.show("Order saved");
  }, [reply, shopify]);
  const save = () => {
    state.drop();
    fetcher.submit({ intent: "order", seen: [...base], wanted: [...order] }, { method: "post", action: "/app/offers?index", encType: "application/json" });
  };
  const goBack = () => void shopify.saveBar.leaveConfirmation().then(() => navigate("/app/offers"), () => undefined);

  return (
    <Page title="Order of offers" subtitle="When several fit an order, the first in line is shown." backAction={{ content: "Offers", onAction: goBack }}>
      <SaveBar id="order-save-bar" open={state.dirty}>
        <button variant="primary" onClick={save} {...(fetcher.state !== "idle" && { loading: "" })}>Save</button>
        <button onClick={state.discard}>Discard</button>
      </SaveBar>
      <BlockStack gap="400">
        {isRefused && (
          <Banner tone="critical" title="Someone else changed the order while you were at it" action={{ content: "Reload", onAction: () => window.location.reload() }}>
            <Text as="p">Nothing was saved, so that neither of you loses their work unasked. Reload to see how the offers stand now.</Text>
          </Banner>
        )}
        {isCut && <Banner title={`These are the first ${offers.length.toLocaleString("en")} offers`}><Text as="p">Archive what you no longer need to reach the others.</Text></Banner>}
        {offers.length === 0 ? (
          <Card><EmptyState heading="There is nothing to put in order yet" image={emptyImage} action={{ content: "Create offer", url: "/app/offers/templates" }} /></Card>
        ) : (
          <Card padding="0">
            <div className="order-help"><Text as="p" tone="subdued" id="order-help">Drag an offer by its handle. By keyboard: space takes it up, arrow keys move it, space drops it, Escape puts it back.</Text></div>
            <ol className="order-list">
              {order.map((id, index) => {
                const offer = byId.get(id);
                return offer && <OrderRow key={id} offer={offer} index={index} isLast={index === order.length - 1} isHeld={held?.id === id} onKey={onKey} onPlace={place} />;
              })}
            </ol>
          </Card>
        )}
        <div aria-live="assertive" role="status" className="Polaris-Text--visuallyHidden">{told}</div>
      </BlockStack>
    </Page>
  );
}
