import { useSearchParams } from "@remix-run/react";
import { Select } from "@shopify/polaris";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PeriodName } from "../reports/period-labels";
import { periodChoices } from "../reports/period-labels";

/** The period of the figures. What is chosen shows at once and keeps the focus, so that the arrow keys go on; the figures follow. */
export function PeriodField({ period }: { period: PeriodName }) {
  const { t } = useTranslation();
  const [, setParams] = useSearchParams();
  const [{ shown, chosen }, setChosen] = useState<{ shown: PeriodName; chosen: string }>({ shown: period, chosen: period });
  // Other figures have come, by whichever way: the field says of which period they are.
  if (shown !== period) setChosen({ shown: period, chosen: period });
  return (
    <Select
      label={t("home:period")} labelHidden options={periodChoices(t)} value={chosen}
      onChange={(value) => {
        setChosen({ shown: period, chosen: value });
        setParams(value === "last30" ? {} : { period: value }, { preventScrollReset: true });
      }}
    />
  );
}
