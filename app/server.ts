import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import type { ErrorRequestHandler, RequestHandler } from "express";
import { closeDatabase } from "./data/database.server";
import { prepareQueue } from "./data/jobs/queue.server";
import { withScope } from "./data/tenancy/scope.server";
import { env } from "./env.server";
import { log } from "./log.server";
import { createDrain } from "./server/drain.server";
import { createEndpoints } from "./server/endpoints.server";
import { frameHeaders } from "./server/frame-headers.server";
import { listen } from "./server/listen.server";
import { requestLog } from "./server/request-log.server";

// Beside this file after the build: `client/` with the browser's files and `server/` with the routes.
const clientFolder = fileURLToPath(new URL("./client", import.meta.url));
// Written by the build; its shape is Remix's.
const routes = (await import(new URL("./server/index.js", import.meta.url).href)) as ServerBuild & { entry: { module: { warmUp(): Promise<void> } } };

const lastResort: ErrorRequestHandler = (error, request, response, next) => {
  log.error({ err: error as unknown, method: request.method, path: request.path }, "a request failed outside the routes");
  if (response.headersSent) next(error);
  else response.status(500).type("text/plain").send("Something went wrong. Please try again.");
};

const drain = createDrain();
const app = express();
app.disable("x-powered-by");
app.set("trust proxy", 1);
app.use(requestLog);
app.use(drain.middleware);
app.use(frameHeaders);
const withinScope: RequestHandler = (_request, _response, next) => { withScope(next); };
// Before compression: their answers are of a kilobyte or two.
app.use(withinScope, createEndpoints(routes));
app.use(compression());
app.use("/assets", express.static(`${clientFolder}/assets`, { immutable: true, maxAge: "1y", index: false }));
app.use(express.static(clientFolder, { maxAge: "1h", index: false }));
app.all("*", createRequestHandler({ build: routes, mode: env.NODE_ENV }));
app.use(lastResort);

await prepareQueue();
const listener = await listen(app, env.HOST, env.PORT);
log.info({ host: env.HOST, port: listener.port }, "listening");
void routes.entry.module.warmUp();

let stopping = false;
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "finishing the requests under way");
  await drain.begin();
  await listener.close();
  await closeDatabase();
  process.exit(0);
}
process.on("SIGTERM", (signal) => { void stop(signal); });
process.on("SIGINT", (signal) => { void stop(signal); });
