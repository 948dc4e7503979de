import path from "node:path";
import { defineConfig } from "prisma/config";

// Without this the CLI downloads its schema engine from a host of its own, which closed networks refuse. Production may
// set the variable to the native engine: folder layout and bookkeeping are the same.
process.env["PRISMA_SCHEMA_ENGINE_BINARY"] ??= path.join(import.meta.dirname, "prisma/engine/schema-engine");

const url = process.env["DATABASE_URL"];

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  // `generate` and `validate` work without a database.
  ...(url ? { datasource: { url } } : {}),
});
