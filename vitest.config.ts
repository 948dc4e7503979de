import { defineConfig } from "vitest/config";

const database = {
  globalSetup: ["test/support/database-server.ts"],
  setupFiles: ["test/support/strict.ts"],
  pool: "forks" as const,
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  cacheDir: ".local/cache/vite",
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["app/**/*.test.{ts,tsx}", "extensions/**/*.test.{ts,tsx}", "test/setup/**/*.test.ts", "test/bench/**/*.test.ts", "test/demo/**/*.test.ts", "test/evaluate/**/*.test.ts", "test/soak/**/*.test.ts"],
          exclude: ["**/node_modules/**", "**/dist/**"],
          // Generous, because machines that are busy with other things must pass too.
          testTimeout: 20_000,
          setupFiles: ["test/support/strict.ts"],
        },
      },
      { test: { name: "shopify", include: ["test/shopify/**/*.test.ts"], testTimeout: 60_000 } },
      { test: { ...database, name: "integration", include: ["test/integration/**/*.test.ts", "test/support/**/*.test.ts", "prisma/**/*.test.ts"] } },
      { test: { ...database, name: "reliability", include: ["test/reliability/**/*.test.ts"], testTimeout: 120_000 } },
      { test: { name: "extensions", include: ["test/extensions/**/*.test.{ts,tsx}"], testTimeout: 60_000, hookTimeout: 120_000 } },
      {
        test: {
          ...database,
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
