import pg from "pg";
import type { PoolClient } from "pg";
import { scopedShop } from "./scope.server";

type Done = (release?: Error | boolean) => void;
type Connected = (error: Error | undefined, client: PoolClient | undefined, done: Done) => void;

/** The role that row-level security holds for; the login itself, which migrates and sees to all shops' work, is above it. */
const tenantRole = "encore_tenant";

/**
 * A pool whose connections see what the work that takes them may see: within a shop (`scope.server`) they act as a role
 * to which the policies of every table show that shop's rows only. Costs a round trip whenever a connection changes hands
 * from one shop to another. A connection that could not be confined is not handed out.
 */
export class ShopPool extends pg.Pool {
  /** Whose rows each connection sees now; a new one sees all. */
  readonly #shops = new WeakMap<PoolClient, string>();

  override connect(): Promise<PoolClient>;
  override connect(callback: Connected): void;
  override connect(callback?: Connected): Promise<PoolClient> | void {
    const shop = scopedShop() ?? "";
    if (!callback) {
      return super.connect().then(async (client) => {
        try {
          await this.#confine(client, shop);
          return client;
        } catch (thrown) {
          client.release(true);
          throw thrown;
        }
      });
    }
    super.connect((error, client, done) => {
      if (!client) {
        callback(error, client, done);
        return;
      }
      this.#confine(client, shop).then(
        () => { callback(undefined, client, done); },
        (thrown: unknown) => {
          done(true);
          callback(thrown instanceof Error ? thrown : new Error(String(thrown)), undefined, () => undefined);
        },
      );
    });
  }

  async #confine(client: PoolClient, shop: string): Promise<void> {
    if ((this.#shops.get(client) ?? "") === shop) return;
    await client.query({
      name: "confine",
      text: "select set_config('encore.shop', $1, false), set_config('role', $2, false)",
      values: [shop, shop === "" ? "none" : tenantRole],
    });
    this.#shops.set(client, shop);
  }
}
