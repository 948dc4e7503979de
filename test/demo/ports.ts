import { SetupError } from "../setup/process/failure";
import { findPort, isFree, isRefusedByBrowsers } from "../setup/process/ports";

export interface DemoPorts {
  shopify: number;
  tunnel: number;
  app: number;
  proxy: number;
  database: number;
}

const usual = 4100;

/** Free ports, the usual ones (from 4100) where they are free; a port that was asked for by number must be free itself. */
export async function chooseDemoPorts(asked: number | null): Promise<DemoPorts> {
  if (asked !== null && !(await isFree(asked))) {
    throw new SetupError(`Port ${String(asked)} is taken by another program. Leave --port out, or name another one.`);
  }
  if (asked !== null && isRefusedByBrowsers(asked)) {
    throw new SetupError(`Browsers refuse to open port ${String(asked)}, which is kept for another service. Leave --port out, or name another one.`);
  }
  const taken = new Set<number>();
  const next = async (from: number) => {
    const port = await findPort(from, taken);
    taken.add(port);
    return port;
  };
  const first = asked ?? usual;
  return {
    shopify: await next(first),
    tunnel: await next(first + 1),
    app: await next(first + 2),
    proxy: await next(first + 3),
    database: await next(first + 4),
  };
}
