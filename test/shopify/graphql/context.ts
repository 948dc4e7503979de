import type { AppIdentity } from "../app/app-identity";
import type { BulkOperations } from "../bulk/bulk-operations";
import type { Shop } from "../store/model";
import type { Store } from "../store/store";

/** What the resolvers of one request work with. */
export interface GraphqlContext {
  store: Store;
  shop: Shop;
  app: AppIdentity;
  scopes: ReadonlySet<string>;
  bulk: BulkOperations;
  /** Whether who asks may manage app charges: only staff, whose online tokens act for them, may not. */
  mayBill: boolean;
  /** Points used so far, counted as the objects are resolved. */
  cost: { actual: number };
}

export type Args = Readonly<Record<string, unknown>>;
export type Resolver<Source> = (source: Source, args: Args, context: GraphqlContext) => unknown;
/** The fields of one type; a table of resolvers for a narrower source fits, since the executor hands each type its own. */
export type FieldTable = Readonly<Record<string, Resolver<never>>>;

/** Spells out the source type of a table once. */
export function fields<Source>(table: Record<string, Resolver<Source>>): FieldTable {
  return table;
}

/** A value in the place of an interface or union, with the name of its type. */
export class Typed {
  constructor(
    readonly typeName: string,
    readonly value: unknown,
  ) {}
}
