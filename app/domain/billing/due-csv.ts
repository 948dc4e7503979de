import type { TFunction } from "i18next";
import { csvRow, csvText } from "../csv/csv";
import { toDecimalString } from "../money/money";

export interface CsvLine {
  changedAt: Date;
  orderName: string | null;
  orderId: number;
  offerName: string | null;
  grossMinor: number;
  refundMinor: number;
  taxMinor: number;
  netMinor: number;
  feeMinor: number;
}

/** The lines of a period as CSV, piece by piece; amounts are plain decimals of the currency named in the last column. */
export async function* dueCsv(t: TFunction, lines: AsyncIterable<CsvLine>, currency: string): AsyncGenerator<string> {
  yield csvText([
    t("billing:column.date"), t("billing:column.order"), t("billing:column.offer"), t("billing:column.gross"), t("billing:column.refund"),
    t("billing:column.tax"), t("billing:column.shipping"), t("billing:column.net"), t("billing:column.fee"), t("billing:column.currency"),
  ], []);
  const amount = (minor: number) => toDecimalString(minor, currency);
  for await (const { changedAt, orderName, orderId, offerName, grossMinor, refundMinor, taxMinor, netMinor, feeMinor } of lines) {
    yield csvRow([changedAt, orderName ?? String(orderId), offerName ?? "", amount(grossMinor), amount(refundMinor), amount(-taxMinor), amount(0), amount(netMinor), amount(feeMinor), currency]);
  }
}
