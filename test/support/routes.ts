import { readdirSync } from "node:fs";
import path from "node:path";
import { root } from "../setup/paths";

/** Who may use a route. */
export type Audience = "public" | "admin" | "postPurchase" | "extension" | "account" | "proxy" | "webhook" | "flow";

export interface RouteFile {
  /** As Remix names it. */
  id: string;
  audience: Audience;
  /** The address, with a value for every parameter. */
  path: string;
}

const audiences: Array<[pattern: RegExp, Audience]> = [
  [/^(_index|healthz|auth\.\$)$/, "public"],
  [/^app(\.|$)/, "admin"],
  [/^api\.post-purchase\./, "postPurchase"],
  [/^api\.placements\./, "extension"],
  [/^api\.account\./, "account"],
  [/^proxy\./, "proxy"],
  [/^api\.receipt\./, "admin"],
  [/^api\.flow\./, "flow"],
  [/^webhooks$/, "webhook"],
];

/** Every route of the app; a new one that nobody has said an audience of fails. */
export function listRoutes(values: (parameter: string) => string): RouteFile[] {
  return readdirSync(path.join(root, "app/routes"))
    .filter((file) => !file.includes(".test."))
    .map((file) => file.replace(/\.tsx?$/, ""))
    .sort()
    .map((name) => {
      const audience = audiences.find(([pattern]) => pattern.test(name))?.[1];
      if (!audience) throw new Error(`Nobody has said who may use the route ${name}`);
      return { id: `routes/${name}`, audience, path: pathOf(name, values) };
    });
}

function pathOf(name: string, values: (parameter: string) => string): string {
  const segments = name.split(".").filter((segment) => !segment.startsWith("_"));
  return `/${segments.map((segment) => (segment.startsWith("$") ? values(segment.slice(1)) : segment)).join("/")}`;
}
