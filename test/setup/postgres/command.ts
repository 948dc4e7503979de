import { ensureDatabase } from "./database";
import { startTestServer } from "./test-server";
import { runCommand } from "../process/command";

/** `db [NAME]` starts the shared test server, if it is not running, and prints the address of a database; `db stop` ends it. */
await runCommand(async ([name = "encore_dev"]) => {
  const server = await startTestServer();
  if (name === "stop") {
    await server.stop();
    return;
  }
  await ensureDatabase(server.url, name);
  console.log(server.url(name));
});
