import type { NamedResource } from "./rule-context";

const types = { product: "Product", variant: "ProductVariant", collection: "Collection" };

export function gidOf(kind: keyof typeof types, id: number): string {
  return `gid://shopify/${types[kind]}/${id}`;
}

export function idFromGid(gid: string): number {
  return Number(gid.slice(gid.lastIndexOf("/") + 1));
}

/** The parts of a picked resource that are shown; the picker gives different ones for each type. */
interface Picked {
  id: string;
  title?: string;
  displayName?: string;
  images?: { originalSrc?: string }[];
  image?: { originalSrc?: string } | null;
}

/** Titles and pictures as the resource picker gives them. */
export function namedFromPick(picked: readonly Picked[]): NamedResource[] {
  return picked.map((resource) => ({
    id: idFromGid(resource.id),
    title: resource.displayName ?? resource.title ?? resource.id,
    imageUrl: resource.images?.[0]?.originalSrc ?? resource.image?.originalSrc ?? null,
  }));
}
