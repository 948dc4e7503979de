import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "smol-toml";
import { describe, expect, test } from "vitest";
import { root } from "../../setup/paths";
import type { Extension } from "./bundles";
import { buildBundle, placements } from "./bundles";

interface Configuration {
  extensions: {
    targeting: { target: string }[];
    capabilities: Record<string, unknown>;
    settings?: { fields: { key: string; validations?: { name: string }[] }[] };
  }[];
}

// The names of an object's own keys.
const names = Object.keys(placements) as Extension[];

describe.each(names)("%s", (name) => {
  test("weighs no more than 16 KB", async () => {
    const { gzipBytes } = await buildBundle(name);
    process.stdout.write(`  ${name}: ${(gzipBytes / 1024).toFixed(1)} KB gzip\n`);
    expect(gzipBytes).toBeLessThanOrEqual(16 * 1024);
  });

  test("holds no React and none of the app's code", async () => {
    const { inputs } = await buildBundle(name);
    expect(inputs.filter((file) => /react(?!ive)/i.test(file.replaceAll("preact", "")))).toEqual([]);
    expect(inputs.filter((file) => file.startsWith("app/") && !file.endsWith("contract.ts"))).toEqual([]);
  });

  test("needs nothing that a Worker lacks", async () => {
    const { code } = await buildBundle(name);
    expect(code.match(/\bprocess\.env|localStorage|XMLHttpRequest|importScripts/g)).toBeNull();
  });

  test("has its targets, the network, and at most 20 settings that may all be left out", () => {
    // The shape is what is tested.
    const file = parse(readFileSync(path.join(root, "extensions", name, "shopify.extension.toml"), "utf8")) as unknown as Configuration;
    const [extension] = file.extensions;
    expect(extension?.targeting.map(({ target }) => target)).toEqual(placements[name]);
    expect(extension?.capabilities).toEqual({ network_access: true });
    const fields = extension?.settings?.fields ?? [];
    expect(fields.length).toBeLessThanOrEqual(20);
    expect(fields.filter(({ validations = [] }) => validations.some(({ name: rule }) => rule === "required"))).toEqual([]);
  });
});
