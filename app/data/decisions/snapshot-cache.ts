interface Entry<Value> {
  value: Promise<Value>;
  loadedAt: number;
  until: number;
  /** Its successor is being loaded. */
  isRenewing: boolean;
}

/**
 * Keeps one loaded value a key; a value that was being loaded when its key was dropped is handed out once and not kept. Where
 * a value has come of age nobody waits for the next, unless it is twice as old: of a large shop it takes seconds.
 */
export class SnapshotCache<Key, Value> {
  private readonly entries = new Map<Key, Entry<Value>>();

  constructor(
    private readonly load: (key: Key) => Promise<Value>,
    /** A value may be this old, and twice as old while the next is loaded. */
    private readonly maxAgeMs: () => number,
    private readonly maxEntries: number,
  ) {}

  /** The value of a key, loaded once however many ask at the same time. */
  async get(key: Key, now: number): Promise<Value> {
    const known = this.entries.get(key);
    const age = known && now < known.until ? now - known.loadedAt : Infinity;
    if (!known || age >= 2 * this.maxAgeMs()) return this.begin(key, now);
    if (age >= this.maxAgeMs() && !known.isRenewing) this.renew(key, known, now);
    return known.value;
  }

  private begin(key: Key, now: number): Promise<Value> {
    const entry = this.keep(key, this.load(key), now);
    entry.value.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
    return entry.value;
  }

  private renew(key: Key, known: Entry<Value>, now: number): void {
    known.isRenewing = true;
    const value = this.load(key);
    value.then(
      () => { if (this.entries.get(key) === known) this.keep(key, value, now); },
      () => { known.isRenewing = false; },
    );
  }

  private keep(key: Key, value: Promise<Value>, loadedAt: number): Entry<Value> {
    const entry = { value, loadedAt, until: Infinity, isRenewing: false };
    this.entries.delete(key);
    this.entries.set(key, entry);
    this.dropOldest();
    return entry;
  }

  /** Ends a value earlier than its age would. */
  keepUntil(key: Key, until: number): void {
    const known = this.entries.get(key);
    if (known) known.until = Math.min(known.until, until);
  }

  drop(key: Key): void {
    this.entries.delete(key);
  }

  dropAll(): void {
    this.entries.clear();
  }

  private dropOldest(): void {
    if (this.entries.size <= this.maxEntries) return;
    const oldest = this.entries.keys().next();
    if (!oldest.done) this.entries.delete(oldest.value);
  }
}
