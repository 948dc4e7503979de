import { setAppEnvironment } from "../support/app-environment";
import { startApp } from "../support/app-process";
import { purchaseRequest } from "../support/load-requests";
import { processorMs } from "../support/process-figures";
import type { Benchmark } from "./benchmark";
import { load, table } from "./load";

const seconds = Number(process.env["BENCH_SECONDS"] ?? 6);
const connections = 16;
/** Decisions a second that the app promises to hold (reliability, test 3). */
const promisedRate = 200;
/** Enough that no purchase is asked about twice. */
const purchases = 2_500 * seconds;

/**
 * The decision endpoint of the built app against a resource route of the same build that does nothing, in one process
 * on the loopback; the client runs beside it on the same cores.
 */
export const benchmark: Benchmark = {
  name: "Decision endpoint against an empty Remix resource route",
  async run({ databaseUrl }) {
    setAppEnvironment(databaseUrl);
    const { addOffer, installShop, purchaseToken } = await import("../support/buyers");
    const shop = await installShop("bench");
    for (let priority = 1; priority <= 10; priority += 1) {
      await addOffer(shop, { rule: { kind: "all", conditions: [{ kind: "orderValue", currency: "GBP", minMinor: priority === 10 ? 0 : 1_000_000 }] } });
    }
    const app = await startApp({ LOG_LEVEL: "info" });
    try {
      const tokens = Array.from({ length: purchases }, (_, index) => purchaseToken(shop, { customerId: 1 + index }).token);
      const ask = (token = "") => purchaseRequest("decision", token);
      let used = 0;
      const fresh = () => ask(tokens[used++ % tokens.length]);
      const again = () => ask(tokens[0]);
      const empty = () => ({ method: "GET" as const, path: "/webhooks" });
      const at = { url: app.url, connections, seconds };

      for (const next of [empty, fresh, again]) await load({ ...at, seconds: 2, expected: 200, next });
      const baseline = await load({ ...at, expected: 405, next: empty });
      const subject = await load({ ...at, expected: 200, next: fresh });
      const repeated = await load({ ...at, expected: 200, next: again });
      const before = processorMs(app.pid);
      const paced = await load({ ...at, expected: 200, rate: promisedRate, next: fresh });
      console.log(table([
        { label: "empty resource route", result: baseline },
        { label: "decision, each purchase new", result: subject },
        { label: "decision, the same purchase again", result: repeated },
        { label: `decision, ${String(promisedRate)} a second`, result: paced },
      ]));
      const after = processorMs(app.pid);
      if (before !== null && after !== null) console.log(`processor time of the web process: ${((after - before) / paced.count).toFixed(2)} ms a decision`);
      return {
        subject: { label: "decisions, each of a new purchase", perSecond: subject.perSecond },
        baseline: { label: "empty resource route", perSecond: baseline.perSecond },
      };
    } finally {
      await app.stop();
    }
  },
};
