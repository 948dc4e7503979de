/** One order of a history file: its distinct products on usable lines. */
export interface HistoryOrder {
  id: string;
  /** -1 for a guest. */
  customer: number;
  /** Indexes into `productIds`, ascending, without repetition. */
  products: Int32Array;
  /** Days since 1970 in the shop's own time; NaN in a history without dates. */
  day: number;
}

export interface History {
  /** By time, then order id; without dates by the customer's sequence, then the file's order. */
  orders: HistoryOrder[];
  productIds: string[];
  dated: boolean;
  /** Usable lines. */
  lines: number;
}
