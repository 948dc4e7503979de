import type { TestProject } from "vitest/node";
import { startTestServer } from "../setup/postgres/test-server";
import { ensureTemplate } from "./template";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the migrated template; tests work on copies of it. */
    templateUrl: string;
  }
}

/** Before the first test: a running server with one migrated template database, which each test file then copies. */
export default async function setUp(project: TestProject): Promise<(() => Promise<void>) | void> {
  const server = await startTestServer();
  project.provide("templateUrl", server.url(await ensureTemplate(server.url)));
  if (server.started) return () => server.stop();
}
