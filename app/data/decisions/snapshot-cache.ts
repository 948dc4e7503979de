/** Keeps one loaded value a key; a value that was being loaded when its key was dropped is handed out once and not kept. */
export class SnapshotCache<Key, Value> {
  private readonly entries = new Map<Key, { value: Promise<Value>; loadedAt: number; until: number }>();

  constructor(
    private readonly load: (key: Key) => Promise<Value>,
    /** A value may be this old. */
    private readonly maxAgeMs: () => number,
    private readonly maxEntries: number,
  ) {}

  /** The value of a key, loaded once however many ask at the same time. */
  async get(key: Key, now: number): Promise<Value> {
    const known = this.entries.get(key);
    if (known && now - known.loadedAt < this.maxAgeMs() && now < known.until) return known.value;
    const entry = { value: this.load(key), loadedAt: now, until: Infinity };
    this.entries.delete(key);
    this.entries.set(key, entry);
    this.dropOldest();
    entry.value.catch(() => {
      if (this.entries.get(key) === entry) this.entries.delete(key);
    });
    return entry.value;
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
