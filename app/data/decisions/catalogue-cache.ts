import type { CatalogueProduct } from "../../domain/catalogue/product";

type Products = ReadonlyMap<number, CatalogueProduct>;

interface Entry {
  products: Promise<Products>;
  loadedAt: number;
  /** Products that changed since. */
  stale: Set<number>;
  /** What takes its place once it is loaded. */
  successor: Entry | null;
}

export interface CatalogueSource<Key> {
  loadAll(key: Key): Promise<CatalogueProduct[]>;
  /** Those of the products that still exist. */
  loadSome(key: Key, ids: readonly number[]): Promise<CatalogueProduct[]>;
}

/**
 * Shops' whole catalogues, each loaded once and then kept up to date product by product. Where one has come of age nobody
 * waits for the next, unless it is twice as old: fifty thousand products take seconds.
 */
export class CatalogueCache<Key> {
  private readonly entries = new Map<Key, Entry>();

  constructor(
    private readonly source: CatalogueSource<Key>,
    /** A catalogue may be this old, and twice as old while the next is loaded. */
    private readonly maxAgeMs: () => number,
    private readonly maxEntries: number,
  ) {}

  /** A catalogue; the same object as long as nothing of it changes. */
  async get(key: Key, now: number): Promise<Products> {
    const known = this.entries.get(key);
    const age = known ? now - known.loadedAt : Infinity;
    if (!known || age >= 2 * this.maxAgeMs()) return this.load(key, now);
    if (age >= this.maxAgeMs() && !known.successor) this.renew(key, known, now);
    // The least recently used goes first.
    this.entries.delete(key);
    this.entries.set(key, known);
    if (known.stale.size > 0) this.refresh(key, known);
    return known.products;
  }

  /** Notes which products changed; without ids, that any may have. */
  changed(key: Key, ids: readonly number[] | null): void {
    const known = this.entries.get(key);
    if (!known) return;
    if (ids === null) this.entries.delete(key);
    else for (const one of [known, known.successor]) for (const id of ids) one?.stale.add(id);
  }

  dropAll(): void {
    this.entries.clear();
  }

  private load(key: Key, now: number): Promise<Products> {
    const entry = this.begin(key, now);
    this.keep(key, entry);
    return entry.products;
  }

  private renew(key: Key, known: Entry, now: number): void {
    const successor = this.begin(key, now);
    known.successor = successor;
    successor.products.then(
      () => { if (this.entries.get(key) === known) this.keep(key, successor); },
      () => { known.successor = null; },
    );
  }

  private begin(key: Key, now: number): Entry {
    const products = this.source.loadAll(key).then((all): Products => new Map(all.map((product) => [product.id, product])));
    return { products, loadedAt: now, stale: new Set(), successor: null };
  }

  private refresh(key: Key, entry: Entry): void {
    const ids = [...entry.stale];
    entry.stale.clear();
    const before = entry.products;
    entry.products = Promise.all([before, this.source.loadSome(key, ids)]).then(([known, fresh]) => {
      const products = new Map(known);
      for (const id of ids) products.delete(id);
      for (const product of fresh) products.set(product.id, product);
      return products;
    });
    this.forgetFailure(key, entry, entry.products);
  }

  private keep(key: Key, entry: Entry): void {
    this.entries.delete(key);
    this.entries.set(key, entry);
    this.forgetFailure(key, entry, entry.products);
    if (this.entries.size <= this.maxEntries) return;
    const oldest = this.entries.keys().next();
    if (!oldest.done) this.entries.delete(oldest.value);
  }

  private forgetFailure(key: Key, entry: Entry, products: Promise<Products>): void {
    products.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
  }
}
