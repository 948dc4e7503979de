import { runCommand } from "../process/command";
import { buildStep } from "./stamp";
import { adminPages, databaseClient, extensionBundles, serverEntries } from "./steps";

/** `build [APP_URL]` makes whatever is not up to date: database client, admin pages, server, worker, extensions. */
await runCommand(async ([appUrl = "http://localhost:4101"]) => {
  for (const step of [databaseClient, adminPages, serverEntries, extensionBundles(appUrl)]) {
    const started = Date.now();
    const built = await buildStep(step);
    console.log(`${step.name}: ${built ? `built in ${((Date.now() - started) / 1000).toFixed(1)} s` : "up to date"}`);
  }
});
