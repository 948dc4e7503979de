import { spawnSync } from "node:child_process";
import path from "node:path";
import { root } from "./paths";
import { ensureDatabase } from "./postgres/database";
import { startTestServer } from "./postgres/test-server";
import { runCommand } from "./process/command";

/** `prisma ARGS…` runs Prisma's command line in this terminal, against the shared server unless DATABASE_URL names another. */
await runCommand(async (args) => {
  let url = process.env["DATABASE_URL"];
  if (!url) {
    const server = await startTestServer();
    await ensureDatabase(server.url, "encore_dev");
    url = server.url("encore_dev");
  }
  const { status } = spawnSync(process.execPath, [path.join(root, "node_modules/prisma/build/index.js"), ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, DATABASE_URL: url, CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  return status ?? 1;
});
