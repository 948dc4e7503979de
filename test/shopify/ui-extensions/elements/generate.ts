import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { declaredVersion, readDeclarations } from "./read-declarations";

// One target stands for its surface: the declarations list the same elements for all the targets of one.
const SURFACES = {
  checkout: "purchase.checkout.block.render",
  "customer-account": "customer-account.page.render",
  admin: "admin.order-details.print-action.render",
};

// Written anew with `node --import tsx test/shopify/ui-extensions/elements/generate.ts` when the package changes.
const surfaces = Object.fromEntries(Object.entries(SURFACES).map(([surface, target]) => [surface, readDeclarations(target)]));
writeFileSync(fileURLToPath(new URL("./elements.json", import.meta.url)), `${JSON.stringify({ version: declaredVersion(), surfaces })}\n`);
