import type { BacktestResult } from "./result";

/** A replay as pages show it: names in the place of ids. */
export interface BacktestView {
  id: string;
  /** Null for an offer that was not saved. */
  offerId: string | null;
  status: "requested" | "running" | "done" | "cancelled" | "failed";
  ordersTotal: number;
  ordersDone: number;
  error: string | null;
  requestedAt: string;
  timeZone: string;
  result: (Omit<BacktestResult, "displacedBy" | "displaces" | "stock"> & {
    displacedBy: NamedCount[];
    displaces: NamedCount[];
    stock: { productId: number; title: string | null; shown: number; available: number | null }[];
  }) | null;
}

export interface NamedCount {
  offerId: string;
  /** Null for an offer that was deleted since. */
  name: string | null;
  orders: number;
}
