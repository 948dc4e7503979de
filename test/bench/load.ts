import http from "node:http";

export interface LoadRequest {
  method: "GET" | "POST";
  path: string;
  headers?: Record<string, string>;
  body?: string;
}

export interface LoadResult {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p95: number;
  p99: number;
  worst: number;
  count: number;
  /** Answers of another status than was expected, and requests that failed. */
  errors: number;
}

export interface Load {
  url: string;
  connections: number;
  seconds: number;
  /** Requests a second in all; as many as go unless given. */
  rate?: number;
  expected: number;
  /** What a good answer holds; any of that status is good unless given. */
  holds?: string;
  /** Ends early. */
  signal?: AbortSignal;
  next(index: number): LoadRequest;
}

/** Sends requests over kept-alive connections, each sending its next once it has its answer (or, at a rate, when it is due). */
export async function load({ url, connections, seconds, rate, expected, holds, signal, next }: Load): Promise<LoadResult> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let errors = 0;
  let index = 0;
  const started = performance.now();
  const ends = started + seconds * 1_000;

  const client = async () => {
    for (;;) {
      const own = index++;
      const due = rate === undefined ? performance.now() : started + (own * 1_000) / rate;
      if (due >= ends || performance.now() >= ends || signal?.aborted) return;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const answer = await send(url, agent, next(own), holds !== undefined).catch(() => null);
      // From when it was due: a client that is kept waiting does not hide it.
      times.push(performance.now() - due);
      if (answer?.status !== expected || (holds !== undefined && !answer.text.includes(holds))) errors += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, client));
  const elapsed = (performance.now() - started) / 1_000;
  agent.destroy();
  times.sort((one, other) => one - other);
  const percentile = (part: number) => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? NaN;
  return { perSecond: times.length / elapsed, p50: percentile(0.5), p95: percentile(0.95), p99: percentile(0.99), worst: times.at(-1) ?? NaN, count: times.length, errors };
}

function send(url: string, agent: http.Agent, { method, path, headers, body }: LoadRequest, isRead: boolean): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, url), { method, agent, headers: { ...headers, ...(body === undefined ? {} : { "content-length": Buffer.byteLength(body) }) } }, (response) => {
      let text = "";
      if (isRead) response.setEncoding("utf8").on("data", (part: string) => { text += part; });
      else response.resume();
      response.once("end", () => { resolve({ status: response.statusCode ?? 0, text }); });
      response.once("error", reject);
    });
    request.once("error", reject);
    request.end(body);
  });
}

/** The results as a table, the first row being what the others are compared with. */
export function table(rows: Array<{ label: string; result: LoadResult }>): string {
  const [first] = rows;
  const cells = rows.map(({ label, result }) => [
    label, result.perSecond.toFixed(0), (result.perSecond / (first?.result.perSecond ?? NaN)).toFixed(2),
    result.p50.toFixed(1), result.p95.toFixed(1), result.p99.toFixed(1), String(result.count), String(result.errors),
  ]);
  const all = [["", "per second", "ratio", "p50 ms", "p95 ms", "p99 ms", "requests", "errors"], ...cells];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  return all.map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ")).join("\n");
}
