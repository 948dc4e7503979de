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
    stock: { title: string; shown: number; available: number | null }[];
  }) | null;
}

export interface NamedCount {
  offerId: string;
  name: string;
  orders: number;
}
