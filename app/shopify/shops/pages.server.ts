import { z } from "zod";

/** One page of a connection. */
export const Page = z.object({
  nodes: z.array(z.unknown()),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullish() }),
});
export type Page = z.infer<typeof Page>;

/** All nodes of a connection, from its first page on; `null` asks for that as well. */
export async function collectPages(first: Page | null, next: (after: string | null) => Promise<Page>): Promise<unknown[]> {
  let page = first ?? (await next(null));
  const nodes = [...page.nodes];
  while (page.pageInfo.hasNextPage) {
    page = await next(page.pageInfo.endCursor ?? null);
    nodes.push(...page.nodes);
  }
  return nodes;
}
