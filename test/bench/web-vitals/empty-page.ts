import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { localFolder, root } from "../../setup/paths";

/** Serves an empty Polaris page as the app serves its pages: drawn on the server, one style sheet, one script, for production. */
export async function startEmptyPage(): Promise<{ url: string; close(): void }> {
  const folder = mkdtempSync(path.join(localFolder("cache"), "empty-page-"));
  const source = (name: string) => path.join(root, "test/bench/web-vitals", name);
  const shared = { bundle: true, minify: true, format: "esm", jsx: "automatic", define: { "process.env.NODE_ENV": '"production"' }, logLevel: "silent" } as const;
  const browser = await build({ ...shared, entryPoints: { page: source("empty-client.tsx") }, outdir: folder, target: "es2022", write: false });
  const rendered = path.join(folder, "html.mjs");
  await build({ ...shared, entryPoints: [source("empty-html.tsx")], outfile: rendered, platform: "node", banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' } });
  // Made a moment ago by `empty-html.tsx`.
  const { html } = (await import(pathToFileURL(rendered).href)) as { html: string };
  rmSync(folder, { recursive: true });
  const files = new Map(browser.outputFiles.map(({ path: file, contents }) => [`/${path.basename(file)}`, contents]));
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Empty</title>
    <link rel="stylesheet" href="/page.css"></head><body><div id="root">${html}</div><script type="module" src="/page.js"></script></body></html>`;
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? "");
    const type = request.url?.endsWith(".css") ? "text/css" : request.url?.endsWith(".js") ? "text/javascript" : "text/html";
    response.writeHead(200, { "content-type": type, "origin-agent-cluster": "?1" }).end(file ?? page);
  });
  await new Promise<void>((resolve) => { server.listen(0, "127.0.0.1", resolve); });
  // A server that listens on a port has such an address.
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${String(port)}/`, close: () => { server.close(); } };
}
