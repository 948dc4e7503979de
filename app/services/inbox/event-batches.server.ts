/** Collects items for a moment and writes them together. */
export interface Batcher<T> {
  /** Resolves when the item is written, rejects when it could not be. */
  add(item: T): Promise<void>;
}

interface Waiting<T> {
  item: T;
  resolve: () => void;
  reject: (reason: unknown) => void;
}

export interface BatchOptions {
  size: number;
  delayMs: number;
  /** Whether a batch may have failed because of one of its items. */
  isItemFault: (error: unknown) => boolean;
}

/**
 * Items wait for at most `delayMs` or until `size` have gathered. When a batch fails because of an item, its items are
 * written one by one, so that one bad item does not refuse the others.
 */
export function createBatcher<T>(write: (items: readonly T[]) => Promise<void>, { size, delayMs, isItemFault }: BatchOptions): Batcher<T> {
  let waiting: Waiting<T>[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    try {
      await write(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve();
    } catch (thrown) {
      if (batch.length === 1 || !isItemFault(thrown)) for (const { reject } of batch) reject(thrown);
      else await Promise.all(batch.map(({ item, resolve, reject }) => write([item]).then(resolve, reject)));
    }
  }

  return {
    add(item) {
      return new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (waiting.length >= size) void flush();
        else timer ??= setTimeout(() => { void flush(); }, delayMs);
      });
    },
  };
}
