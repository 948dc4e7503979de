import type { ShopId } from "../../domain/shops/shop-id";
import { log } from "../../log.server";

/** Pages and blocks wait for a second in all, the way there and back included. */
const blockPatienceMs = 800;

/** A decision, or nothing where it fails or is late: neither ever reaches a buyer. A page of its own may be given longer. */
export async function inTime<Reply>(shop: ShopId, deciding: Promise<Reply>, nothing: Reply, patienceMs = blockPatienceMs): Promise<Reply> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Reply>((resolve) => {
    timer = setTimeout(() => {
      log.warn({ shop }, "a decision took too long; nothing was offered");
      resolve(nothing);
    }, patienceMs);
  });
  const decided = deciding.catch((thrown: unknown) => {
    log.error({ err: thrown, shop }, "a decision failed; nothing was offered");
    return nothing;
  });
  try {
    return await Promise.race([decided, late]);
  } finally {
    clearTimeout(timer);
  }
}
