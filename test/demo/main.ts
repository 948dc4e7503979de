import { runCommand } from "../setup/process/command";
import { SetupError } from "../setup/process/failure";
import { holderOf, tryLock } from "../setup/process/lock";
import { Running } from "../setup/stack/running";
import { demoAddresses, readPlacementLinks, readyText } from "./announce";
import { parseDemoArguments, usage } from "./arguments";
import { startDemo } from "./demo";
import { onlineRetail, openHistory } from "./history-file";
import { chooseDemoPorts } from "./ports";
import { Progress } from "./progress";

/** `npm run demo`: sets up and runs the app beside a local Shopify until Ctrl-C. */
await runCommand(async (args) => {
  const options = parseDemoArguments(args);
  if (options === null) {
    console.log(usage);
    return;
  }
  const history = options.history === null ? onlineRetail : openHistory(options.history);
  const ports = await chooseDemoPorts(options.port);
  const lock = tryLock("demo");
  if (lock === null) {
    throw new SetupError(`The demo of this folder is running already (process ${String(holderOf("demo"))}). Stop that one first, with Ctrl-C.`);
  }
  const progress = new Progress();
  const running = new Running();
  const interrupted = untilSignal();
  try {
    const addresses = await Promise.race([startDemo({ history, ports, fresh: options.fresh }, running, progress), interrupted]);
    if (addresses === "interrupted") {
      console.error("\n  Interrupted; stopping …");
      return 130;
    }
    if (options.headless) console.log(JSON.stringify({ ...demoAddresses(addresses), seconds: progress.seconds }));
    else console.log(readyText(addresses, await readPlacementLinks(addresses), progress.seconds));
    await Promise.race([interrupted, running.untilOneEnds()]);
    console.error("\n  Stopping …");
    return;
  } finally {
    await running.stop();
    lock.release();
  }
});

/** Settles at the first signal to stop; a second one has no further effect while everything is ended in order. */
function untilSignal(): Promise<"interrupted"> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => { resolve("interrupted"); });
  });
}
