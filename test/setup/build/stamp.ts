import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { localFile, root } from "../paths";
import { withLock } from "../process/lock";

export interface BuildStep {
  name: string;
  /** Files and folders of the checkout that the result depends on. */
  inputs: string[];
  /** Files that exist once it is built. */
  outputs: string[];
  /** What else it depends on, such as an address that is baked in. */
  extra?: string;
  build(): Promise<void>;
}

/** Builds a step unless its result is there and its inputs are what they were; true when it was built. */
export async function buildStep(step: BuildStep): Promise<boolean> {
  return withLock(`build-${step.name}`, 300, async () => {
    const stamp = localFile("stamps", step.name);
    const wanted = fingerprint(step);
    const present = step.outputs.every((output) => existsSync(path.join(root, output)));
    if (present && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false;
    rmSync(stamp, { force: true });
    await step.build();
    writeFileSync(stamp, wanted);
    return true;
  });
}

function fingerprint({ inputs, extra = "" }: BuildStep): string {
  const hash = createHash("sha256").update(extra);
  for (const file of [...inputs, "package-lock.json"].flatMap(filesOf)) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest("hex");
}

/** What the builds write beside the sources; the last two are the Shopify CLI's. */
const BUILT = ["node_modules", "dist", "generated", "shopify.d.ts", "manifest.json"];

/** The files at or below a path of the checkout, in a fixed order, without what is itself built. */
function filesOf(entry: string): string[] {
  const absolute = path.join(root, entry);
  if (!existsSync(absolute)) return [];
  if (!statSync(absolute).isDirectory()) return [entry];
  return readdirSync(absolute)
    .filter((name) => !BUILT.includes(name) && !/\.test\.tsx?$/.test(name))
    .sort()
    .flatMap((name) => filesOf(path.join(entry, name)));
}
