import { createServer } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { onTestFinished } from "vitest";
import { closeServer, listen } from "../server/listen";

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** An app that keeps what it is sent and answers with the status that `answer` gives, 200 unless told otherwise. */
export async function openWebhookTarget(answer: (received: Received[]) => number = () => 200) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      response.writeHead(answer(received)).end();
    });
  });
  const port = await listen(server, 0);
  onTestFinished(() => closeServer(server));
  return { url: `http://127.0.0.1:${port}`, received };
}
