import { Worker } from "node:worker_threads";
import { type PackedOrders, unpackOrders } from "../../domain/backtest/packed-orders";
import { Replay, type ReplaySetup } from "../../domain/backtest/replay";
import type { BacktestResult } from "../../domain/backtest/result";
import type { FromReplay, ToReplay } from "./replay-messages";

/** A replay under way, wherever it runs. */
export interface Replaying {
  /** Takes the next orders and says how many of all are replayed by now; it waits while too many are not. */
  add(orders: PackedOrders): Promise<number>;
  finish(): Promise<BacktestResult>;
  /** Ends it at any point; to be called in any case. */
  end(): Promise<void>;
}

/** So many batches may wait for a thread: it is never idle, and they take little memory. */
const mostWaiting = 3;
/** A young generation of this size holds what a batch makes until most of it is gone again. */
const youngMegabytes = 96;
/** Counts, the catalogue and the code. */
const fixedMegabytes = 512;
/** Several times what an order leaves behind. */
const megabytesPerOrder = 0.002;

/** Replays where it is called. */
export function replayHere(setup: ReplaySetup): Replaying {
  const replay = new Replay(setup);
  let replayed = 0;
  return {
    add: async (packed) => {
      for (const order of unpackOrders(packed)) replay.add(order);
      return (replayed += packed.orders);
    },
    finish: async () => replay.result(),
    end: async () => undefined,
  };
}

/**
 * Replays in a thread, so that this one goes on with other work and reads the next orders meanwhile. `file` is the built
 * `app/replay-thread`. A thread that fails, or needs more memory than so many orders can, fails the replay alone.
 */
export function replayInThread(file: URL, setup: ReplaySetup, orders: number): Replaying {
  return new ThreadReplay(new Worker(file, {
    name: "replay", workerData: setup, env: {},
    resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes, maxOldGenerationSizeMb: Math.ceil(fixedMegabytes + orders * megabytesPerOrder) },
  }));
}

class ThreadReplay implements Replaying {
  /** Sizes of the batches that are not replayed yet. */
  private readonly waiting: number[] = [];
  private replayed = 0;
  private result: BacktestResult | null = null;
  private failure: Error | null = null;
  private wake: () => void = () => undefined;

  constructor(private readonly thread: Worker) {
    thread.on("message", (message: FromReplay) => { this.hear(message); });
    thread.on("error", (error) => { this.fail(error instanceof Error ? error : new Error(String(error))); });
    thread.on("messageerror", (error) => { this.fail(error); });
    thread.on("exit", (code) => { this.fail(new Error(`The thread of a replay ended with code ${String(code)}`)); });
  }

  async add(orders: PackedOrders): Promise<number> {
    this.waiting.push(orders.orders);
    this.thread.postMessage({ kind: "orders", orders } satisfies ToReplay, [orders.numbers.buffer]);
    await this.until(() => this.waiting.length < mostWaiting);
    return this.replayed;
  }

  async finish(): Promise<BacktestResult> {
    this.thread.postMessage({ kind: "finish" } satisfies ToReplay);
    await this.until(() => this.result !== null);
    if (!this.result) throw new Error("A replay finished without a result");
    return this.result;
  }

  async end(): Promise<void> {
    await this.thread.terminate();
  }

  private hear(message: FromReplay): void {
    if (message.kind === "finished") this.result = message.result;
    else this.replayed += this.waiting.shift() ?? 0;
    this.wake();
  }

  private fail(error: Error): void {
    this.failure ??= error;
    this.wake();
  }

  /** One caller at a time. Throws once the thread has failed. */
  private async until(isReached: () => boolean): Promise<void> {
    for (;;) {
      if (this.failure) throw this.failure;
      if (isReached()) return;
      await new Promise<void>((resolve) => { this.wake = resolve; });
    }
  }
}
