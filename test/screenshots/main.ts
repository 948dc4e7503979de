import { mkdirSync } from "node:fs";
import { launchBrowser } from "../support/browser";
import { startStack } from "../support/stack";
import { localFile } from "../setup/paths";
import { dropDatabase, ensureDatabase } from "../setup/postgres/database";
import { startTestServer } from "../setup/postgres/test-server";
import { migrate } from "../setup/prisma";
import { runCommand } from "../setup/process/command";
import { prepareAdminShops } from "../support/admin-shops";
import { photographAdmin } from "./admin";
import { photographPlacements } from "./placements";
import { publishOffer, shopOnce } from "./scene";

const database = "encore_screenshots";

/**
 * `npm run screenshots [-- NAME…]`: every page in every state at desktop and phone width, the admin in English and German, into `.local/screenshots`; or these
 * pages of the admin alone, by their names in `test/support/admin-views.ts`.
 */
await runCommand(async (names) => {
  const folder = localFile("screenshots", "");
  mkdirSync(folder, { recursive: true });
  const server = await startTestServer();
  await dropDatabase(server.url, database);
  await ensureDatabase(server.url, database);
  await migrate(server.url(database));
  const stack = await startStack({ databaseUrl: server.url(database) });
  const browser = await launchBrowser();
  try {
    if (names.length === 0) {
      await publishOffer(browser, stack);
      // What a block in checkout has shown stands on no later page; other plans than Plus have none there.
      await stack.control("updateShop", { shop: stack.shop, plan: "basic" });
      await shopOnce(browser, stack, folder, "desktop", "accept");
      await shopOnce(browser, stack, folder, "phone", "decline");
      await stack.control("updateShop", { shop: stack.shop, plan: "plus" });
      await photographPlacements(browser, stack, folder);
    }
    const missing = await photographAdmin(await prepareAdminShops(browser, stack, { products: 200, offers: 70, orders: 3_000 }), folder, names);
    if (missing.length > 0) throw new Error(`Not photographed:\n${missing.join("\n")}`);
  } finally {
    await browser.close();
    await stack.stop();
    await dropDatabase(server.url, database);
    if (server.started) await server.stop();
  }
  console.log(`The pictures are in ${folder}.`);
});
