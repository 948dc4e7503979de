import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Request, Response } from "express";
import { GraphQLError } from "graphql";
import { Connection } from "../graphql/connection";
import type { Args, GraphqlContext } from "../graphql/context";
import { checkDocument } from "../graphql/execute";
import type { Faults } from "../server/faults";
import { gid } from "../store/ids";
import type { Shop } from "../store/model";
import type { Store } from "../store/store";
import type { BulkOperation } from "./bulk-operation";
import type { BulkQuery } from "./check-bulk-query";
import { checkBulkQuery } from "./check-bulk-query";
import { Compiler } from "./projection";
import { writeResult } from "./write-result";

/** Bulk queries that may run at once in a shop. */
const MAX_RUNNING = 5;
/** Results can be fetched for a week. */
const RESULT_LIFETIME_MS = 7 * 24 * 3600 * 1000;
const RESULT_PATH = "/shopify-tiers-assets-prod-us-east1/bulk-operation-outputs/";

interface RunQueryPayload {
  bulkOperation: BulkOperation | null;
  userErrors: { field: string[] | null; message: string; code: string }[];
}

/** The bulk operations of all shops; their files and their state lie in `directory`, so a restart forgets neither. */
export class BulkOperations {
  #operations = new Map<string, BulkOperation>();
  #lastId = 0;
  #closed = false;

  constructor(
    readonly store: Store,
    readonly faults: Faults,
    readonly directory: string,
  ) {
    mkdirSync(directory, { recursive: true });
    for (const name of readdirSync(directory).filter((entry) => entry.endsWith(".json"))) {
      // Written by #save and nobody else.
      const operation = JSON.parse(readFileSync(join(directory, name), "utf8")) as BulkOperation;
      const unfinished = operation.status === "CREATED" || operation.status === "RUNNING" || operation.status === "CANCELING";
      const settled: BulkOperation = unfinished ? { ...operation, status: "FAILED", errorCode: "INTERNAL_SERVER_ERROR", completedAt: store.clock.now() } : operation;
      this.#operations.set(operation.id, settled);
    }
  }

  find(shop: Shop, id: string): BulkOperation | null {
    const operation = this.#operations.get(id);
    return operation?.shop === shop.domain ? operation : null;
  }

  /** Operations of a shop, oldest first, filtered by `status:` as the app asks. */
  list(shop: Shop, args: Args): Connection<BulkOperation> {
    const status = typeof args.query === "string" ? /status:(\w+)/.exec(args.query)?.[1]?.toUpperCase() : undefined;
    const own = this.#of(shop).filter((operation) => !status || operation.status === status);
    return new Connection(args.reverse ? own.reverse() : own, args, ({ id }) => id);
  }

  current(shop: Shop, type: string): BulkOperation | null {
    return type === "QUERY" ? (this.#of(shop).at(-1) ?? null) : null;
  }

  /** Starts a query; what Shopify would refuse comes back as a user error. */
  runQuery(context: GraphqlContext, query: string, groupObjects: boolean): RunQueryPayload {
    const refuse = (message: string, code: string): RunQueryPayload => ({ bulkOperation: null, userErrors: [{ field: ["query"], message, code }] });
    const checked = checkDocument(query);
    if ("errors" in checked) return refuse(`Invalid bulk query: ${checked.errors.map(({ message }) => message).join("; ")}`, "INVALID");
    const bulkQuery = checkBulkQuery(checked.document);
    if ("reason" in bulkQuery) return refuse(bulkQuery.reason, "INVALID");
    const running = this.#of(context.shop).filter(({ status }) => status === "CREATED" || status === "RUNNING");
    if (running.length >= MAX_RUNNING) return refuse(`A maximum of ${MAX_RUNNING} bulk query operations can run at once for this app and shop.`, "LIMIT_REACHED");
    const operation: BulkOperation = {
      id: gid("BulkOperation", this.#nextId()),
      shop: context.shop.domain,
      status: "CREATED",
      errorCode: null,
      query,
      groupObjects,
      url: null,
      partialDataUrl: null,
      objectCount: 0,
      rootObjectCount: 0,
      fileSize: null,
      createdAt: this.store.clock.now(),
      completedAt: null,
    };
    this.#operations.set(operation.id, operation);
    this.#save(operation);
    void this.#work(operation, bulkQuery, context);
    return { bulkOperation: { ...operation }, userErrors: [] };
  }

  /** Asks an operation to stop; null when there is none. */
  cancel(shop: Shop, id: string): BulkOperation | null {
    const operation = this.find(shop, id);
    if (operation && (operation.status === "CREATED" || operation.status === "RUNNING")) operation.status = "CANCELING";
    return operation;
  }

  /** Serves a result as storage.googleapis.com does; ranges included, so a download can be resumed. */
  serveResult(request: Request, response: Response): void {
    const name = /([0-9a-f]{32})-final$/.exec(request.path)?.[1];
    const expires = Number(request.query.Expires) * 1000;
    if (!name || !request.path.startsWith(RESULT_PATH)) {
      response.status(404).type("application/xml").send("<Error><Code>NoSuchKey</Code></Error>");
    } else if (this.faults.bulk.expiredUrl || !(expires > this.store.clock.now())) {
      response.status(400).type("application/xml").send("<Error><Code>ExpiredToken</Code><Message>The provided token has expired.</Message></Error>");
    } else {
      response.type("application/jsonl");
      response.sendFile(`${name}.jsonl`, { root: this.directory, lastModified: false, dotfiles: "allow" });
    }
  }

  close(): void {
    this.#closed = true;
  }

  /** Deletes every file; for shops that live in memory only. */
  forget(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  #of(shop: Shop): BulkOperation[] {
    return [...this.#operations.values()].filter((operation) => operation.shop === shop.domain).sort((one, other) => one.createdAt - other.createdAt || one.id.localeCompare(other.id));
  }

  #nextId(): number {
    this.#lastId = Math.max(this.#lastId + 1, 3_100_000_000_000 + (this.store.clock.now() % 1_000_000_000_000));
    return this.#lastId;
  }

  async #work(operation: BulkOperation, query: BulkQuery, context: GraphqlContext): Promise<void> {
    const key = randomBytes(16).toString("hex");
    const file = join(this.directory, `${key}.jsonl`);
    const { bulk } = this.faults;
    const started = performance.now();
    await sleep(20);
    if (operation.status === "CREATED") operation.status = "RUNNING";
    try {
      const root = new Compiler(query, context).root();
      const made = await writeResult({
        file,
        root,
        grouped: operation.groupObjects,
        proceed: ({ objects, roots }) => {
          operation.objectCount = objects;
          operation.rootObjectCount = roots;
          return operation.status === "RUNNING" && !this.#closed;
        },
      });
      const left = bulk.runningMs - (performance.now() - started);
      if (left > 0) await sleep(left);
      Object.assign(operation, { objectCount: made.objects, rootObjectCount: made.roots, fileSize: made.bytes });
      this.#finish(operation, file, this.#urlOf(key));
    } catch (error) {
      operation.status = "FAILED";
      operation.errorCode = error instanceof GraphQLError && error.extensions.code === "ACCESS_DENIED" ? "ACCESS_DENIED" : "INTERNAL_SERVER_ERROR";
      if (operation.errorCode === "INTERNAL_SERVER_ERROR") console.error(`local Shopify: bulk operation ${operation.id} failed:`, error);
    }
    if (this.#closed) return;
    operation.completedAt = this.store.clock.now();
    this.#save(operation);
    this.#announce(operation, context.shop);
  }

  #finish(operation: BulkOperation, file: string, url: string): void {
    const { bulk } = this.faults;
    const { objectCount, fileSize } = operation;
    if (operation.status === "CANCELING") {
      operation.status = "CANCELED";
    } else if (bulk.fail) {
      operation.status = "FAILED";
      operation.errorCode = "INTERNAL_SERVER_ERROR";
      if (bulk.partialDataUrl && fileSize) {
        truncateSync(file, lastLineEndBefore(file, fileSize / 2));
        operation.partialDataUrl = url;
      }
    } else {
      if (bulk.truncate && fileSize) truncateSync(file, fileSize - 10);
      operation.status = "COMPLETED";
      operation.url = objectCount === 0 ? null : url;
    }
  }

  #urlOf(key: string): string {
    const expires = Math.floor((this.store.clock.now() + RESULT_LIFETIME_MS) / 1000);
    return `https://storage.googleapis.com${RESULT_PATH}${key}-final?GoogleAccessId=assets-us-prod%40shopify-tiers.iam.gserviceaccount.com&Expires=${expires}&Signature=${key}&response-content-type=application%2Fjsonl`;
  }

  #save(operation: BulkOperation): void {
    writeFileSync(join(this.directory, `${operation.id.split("/").at(-1)}.json`), JSON.stringify(operation));
  }

  #announce(operation: BulkOperation, shop: Shop): void {
    const time = (at: number | null) => (at === null ? null : new Date(at).toISOString());
    this.store.announce(shop, "bulk_operations/finish", 0, {
      admin_graphql_api_id: operation.id,
      completed_at: time(operation.completedAt),
      created_at: time(operation.createdAt),
      error_code: operation.errorCode?.toLowerCase() ?? null,
      status: operation.status.toLowerCase(),
      type: "query",
    });
  }
}

function lastLineEndBefore(file: string, position: number): number {
  const end = readFileSync(file).lastIndexOf("\n", Math.floor(position));
  return end < 0 ? 0 : end + 1;
}
