import { BlockStack, Button, Select, TextField } from "@shopify/polaris";
import { useMemo, useState } from "react";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { SampleOrder } from "../../domain/preview/contract";
import { orderText } from "./preview-texts";
import { findSampleOrder } from "./use-preview";

/** No order has it for its id. */
const another = "another";

interface SampleOrderFieldProps {
  orders: readonly SampleOrder[];
  /** Null until one is drawn. */
  chosen: SampleOrder | null;
  onChoose: (order: SampleOrder) => void;
}

/** The order that a preview is drawn for: one of the newest, or any that is found by its number. */
export function SampleOrderField({ orders, chosen, onChoose }: SampleOrderFieldProps) {
  const { t } = useTranslation();
  const [isSearching, setIsSearching] = useState(false);
  const options = useMemo(() => {
    const listed = chosen && !orders.some(({ id }) => id === chosen.id) ? [chosen, ...orders] : orders;
    const known = listed.map((one) => ({ value: String(one.id), label: orderText(t, one) }));
    // Until an order is drawn the field cannot be used, and shows what is first in it.
    return chosen ? [...known, { value: another, label: t("placements:preview.anotherOrder") }] : known;
  }, [orders, chosen, t]);
  const choose = (value: string) => {
    setIsSearching(value === another);
    const order = orders.find(({ id }) => String(id) === value);
    if (order) onChoose(order);
  };
  return (
    <BlockStack gap="200">
      <Select label={t("placements:preview.sampleOrder")} options={options} value={isSearching ? another : String(chosen?.id)} disabled={!chosen && !isSearching} onChange={choose} />
      {isSearching && (
        <NumberField
          onFound={(order) => {
            setIsSearching(false);
            onChoose(order);
          }}
        />
      )}
    </BlockStack>
  );
}

function NumberField({ onFound }: { onFound: (order: SampleOrder) => void }) {
  const { t } = useTranslation();
  const [number, setNumber] = useState("");
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const wanted = number.trim();
  const find = async () => {
    if (wanted === "" || asking) return;
    setAsking(true);
    try {
      const order = await findSampleOrder(wanted);
      if (order) onFound(order);
      else setError(t("placements:preview.orderUnknown", { number: wanted }));
    } catch {
      setError(t("placements:preview.orderFailed"));
    } finally {
      setAsking(false);
    }
  };
  // Within the offer's form Enter would save the offer.
  const findOnEnter = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    void find();
  };
  return (
    <div role="presentation" onKeyDown={findOnEnter}>
      <TextField
        label={t("placements:preview.orderNumber")} autoComplete="off" maxLength={60} value={number}
        onChange={(text) => {
          setNumber(text);
          setError(null);
        }}
        {...(error !== null && { error })}
        connectedRight={<Button loading={asking} disabled={wanted === ""} onClick={() => void find()}>{t("placements:preview.findOrder")}</Button>}
      />
    </div>
  );
}
