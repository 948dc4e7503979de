import { useFetcher, useNavigate } from "@remix-run/react";
import { SaveBar, useAppBridge } from "@shopify/app-bridge-react";
import { Banner, BlockStack, Card, EmptyState, Page, Text } from "@shopify/polaris";
import type { KeyboardEvent } from "react";
import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
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
  const { t } = useTranslation();
  const shopify = useAppBridge();
  const navigate = useNavigate();
  const fetcher = useFetcher<ListReply>();
  const state = useOrder(offers.map(({ id }) => id));
  const { order, held, base } = state;
  const [told, setTold] = useState("");
  const byId = new Map(offers.map((offer) => [offer.id, offer]));
  const nameOf = (id: string) => byId.get(id)?.name ?? "";

  const current = useRef({ state, t, nameOf });
  current.current = { state, t, nameOf };
  const place = useCallback((id: string, at: number) => {
    const { state: { order: ids, place: put }, t: say, nameOf: named } = current.current;
    const to = Math.min(Math.max(0, at), ids.length - 1);
    put(id, to);
    setTold(say("offers:order.at", { name: named(id), place: to + 1, count: ids.length }));
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
      setTold(t(isHeld ? "offers:order.dropped" : "offers:order.taken", { name: nameOf(id), place: index + 1, count: order.length }));
      if (isHeld) state.drop();
      else state.take(id);
    } else if (isHeld && event.key === "Escape") {
      state.putBack();
      setTold(t("offers:order.putBack", { name: nameOf(id) }));
    } else if (isHeld && step) place(id, step(index));
    else return;
    event.preventDefault();
  };
  // Rows are drawn anew only when they change: there may be hundreds.
  const newestOnKey = useRef(onKey);
  newestOnKey.current = onKey;
  const onRowKey = useCallback((event: KeyboardEvent, id: string, index: number) => newestOnKey.current(event, id, index), []);
  const heldId = held?.id;
  useEffect(() => {
    // React moves the rows around the one that is held, and the browser takes the keyboard from a row that moves.
    if (heldId !== undefined) document.getElementById(`handle-${heldId}`)?.focus();
  }, [heldId, order]);

  const reply = fetcher.state === "idle" ? fetcher.data : undefined;
  const isRefused = reply?.result === "placed" && reply.moved === null;
  useEffect(() => {
    if (reply?.result !== "placed" || reply.moved === null) return;
    current.current.state.saved();
    shopify.toast.show(current.current.t("offers:order.saved"));
  }, [reply, shopify]);
  const save = () => {
    state.drop();
    fetcher.submit({ intent: "order", seen: [...base], wanted: [...order] }, { method: "post", action: "/app/offers?index", encType: "application/json" });
  };
  const goBack = () => void shopify.saveBar.leaveConfirmation().then(() => navigate("/app/offers"), () => undefined);

  return (
    <Page title={t("offers:order.title")} subtitle={t("offers:order.subtitle")} backAction={{ content: t("offers:title"), onAction: goBack }}>
      <SaveBar id="order-save-bar" open={state.dirty}>
        <button variant="primary" onClick={save} {...(fetcher.state !== "idle" && { loading: "" })}>{t("offers:order.save")}</button>
        <button onClick={state.discard}>{t("offers:order.discard")}</button>
      </SaveBar>
      <BlockStack gap="400">
        {isRefused && (
          <Banner tone="critical" title={t("offers:order.conflictTitle")} action={{ content: t("offers:order.reload"), onAction: () => window.location.reload() }}>
            <Text as="p">{t("offers:order.conflict")}</Text>
          </Banner>
        )}
        {isCut && <Banner title={t("offers:order.cutTitle", { count: offers.length })}><Text as="p">{t("offers:order.cut")}</Text></Banner>}
        {offers.length === 0 ? (
          <Card><EmptyState heading={t("offers:order.empty")} image={emptyImage} action={{ content: t("offers:create"), url: "/app/offers/templates" }} /></Card>
        ) : (
          <Card padding="0">
            <div className="order-help"><Text as="p" tone="subdued" id="order-help">{t("offers:order.help")}</Text></div>
            <ol className="order-list">
              {order.map((id, index) => {
                const offer = byId.get(id);
                return offer && <OrderRow key={id} offer={offer} index={index} isLast={index === order.length - 1} isHeld={held?.id === id} onKey={onRowKey} onPlace={place} />;
              })}
            </ol>
          </Card>
        )}
        <div aria-live="assertive" role="status" className="Polaris-Text--visuallyHidden">{told}</div>
      </BlockStack>
    </Page>
  );
}
