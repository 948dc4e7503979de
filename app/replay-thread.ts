import { parentPort, workerData } from "node:worker_threads";
import { unpackOrders } from "./domain/backtest/packed-orders";
import { Replay, type ReplaySetup } from "./domain/backtest/replay";
import type { FromReplay, ToReplay } from "./services/backtest/replay-messages";

// A thread of the worker: it knows the shop's past from what it is told, and has neither database nor environment.
const port = parentPort;
if (!port) throw new Error("This is a thread of the worker, no process of its own");

// Given by `replayInThread`, which takes a ReplaySetup.
const replay = new Replay(workerData as ReplaySetup);
const answer = (message: FromReplay) => { port.postMessage(message); };

port.on("message", (message: ToReplay) => {
  switch (message.kind) {
    case "orders":
      for (const order of unpackOrders(message.orders)) replay.add(order);
      answer({ kind: "replayed" });
      return;
    case "finish":
      answer({ kind: "finished", result: replay.result() });
  }
});
