import type { AppIdentity } from "../app/app-identity";
import { CHANGESET_ERROR_CODES } from "../changesets/results";
import type { ChangesetErrorCode } from "../changesets/results";
import type { Faults } from "../server/faults";
import type { Product, Shop } from "../store/model";
import type { Store } from "../store/store";
import { pictureUrl } from "../pictures/picture-url";

/** What the pages need of the rest of the local Shopify. */
export interface PageServices {
  readonly store: Store;
  readonly app: AppIdentity;
  readonly faults: Faults;
  /** Folder of the extensions with their built `dist`, null where none are run. */
  readonly extensionsDir: string | null;
  install(shop: Shop): void | Promise<void>;
  uninstall(shop: Shop): void | Promise<void>;
  /** The Admin API for an extension of the admin; without it there is none. */
  query?(shop: Shop, body: { query: string; variables: unknown }): Promise<unknown>;
}

/** What a person can make happen to an accepted offer: each error code, or an order that is edited and unpaid. */
export type ChangesetFault = ChangesetErrorCode | "partially_processed";

export const CHANGESET_FAULTS: readonly ChangesetFault[] = [...CHANGESET_ERROR_CODES, "partially_processed"];

/** The faults of one request: those that are switched on, or the one that the request itself asks for. */
export function faultsWith(faults: Faults, asked: ChangesetFault | null): Faults {
  if (asked === null) return faults;
  if (asked === "partially_processed") return { ...faults, changesets: { error: null, partiallyProcessed: true } };
  return { ...faults, changesets: { error: asked, partiallyProcessed: false } };
}

/** A product's picture, by an address of this server. */
export function pictureOf(shop: Shop, product: Product): string {
  return pictureUrl("", shop, product.id);
}
