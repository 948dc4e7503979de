import type { PackedOrders } from "../../domain/backtest/packed-orders";
import type { BacktestResult } from "../../domain/backtest/result";

/** What a thread that replays is told: the orders in order of time, and at last that there are no more. */
export type ToReplay = { kind: "orders"; orders: PackedOrders } | { kind: "finish" };

/** What it answers to each. */
export type FromReplay = { kind: "replayed" } | { kind: "finished"; result: BacktestResult };
