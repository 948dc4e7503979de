import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { root } from "../paths";

const Module = z.object({ module: z.string(), imports: z.array(z.string()).default([]) });
const Manifest = z.object({ entry: Module, routes: z.record(z.string(), Module.extend({ parentId: z.string().optional(), hasLoader: z.boolean() })) });
const client = path.join(root, "build/client");
const prefix = "window.__remixManifest=";

export interface RouteSize {
  /** As Remix names it, without the folder. */
  route: string;
  files: number;
  /** Gzip, level 9. */
  bytes: number;
}

/** JavaScript that the first load of each page of the admin fetches, by the built manifest; what is loaded later on demand is not in it. */
export function clientSizes(): RouteSize[] {
  const { entry, routes } = readManifest();
  const sizes = new Map<string, number>();
  const sizeOf = (file: string) => {
    const known = sizes.get(file) ?? gzipSync(readFileSync(path.join(client, file)), { level: 9 }).length;
    sizes.set(file, known);
    return known;
  };
  return Object.keys(routes).filter((id) => /^routes\/app(\.|$)/.test(id)).sort().map((id) => {
    const files = new Set([entry.module, ...entry.imports]);
    for (let at = routes[id]; at; at = at.parentId === undefined ? undefined : routes[at.parentId]) {
      for (const file of [at.module, ...at.imports]) files.add(file);
    }
    return { route: id.replace("routes/", ""), files: files.size, bytes: [...files].reduce((sum, file) => sum + sizeOf(file), 0) };
  });
}

function readManifest(): z.infer<typeof Manifest> {
  const [file, ...others] = readdirSync(path.join(client, "assets")).filter((name) => name.startsWith("manifest-"));
  if (file === undefined || others.length > 0) throw new Error("The build has not exactly one manifest");
  const script = readFileSync(path.join(client, "assets", file), "utf8");
  if (!script.startsWith(prefix)) throw new Error(`The build's manifest ${file} is not written as expected`);
  return Manifest.parse(JSON.parse(script.slice(prefix.length).replace(/;\s*$/, "")));
}
