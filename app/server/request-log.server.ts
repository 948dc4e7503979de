import type { RequestHandler } from "express";
import { log } from "../log.server";

/** One line a request, without its query string: that carries session tokens. */
export const requestLog: RequestHandler = (request, response, next) => {
  const startedAt = performance.now();
  const { method, path } = request;
  response.once("close", () => {
    const { statusCode: status } = response;
    const line = { method, path, status, ms: Math.round(performance.now() - startedAt), complete: response.writableFinished };
    if (status >= 500) log.warn(line, "request");
    else log.debug(line, "request");
  });
  next();
};
