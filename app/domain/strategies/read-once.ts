/** A list that is worked out as far as it is read, and only once however many read it. */
export class ReadOnce<Item> implements Iterable<Item> {
  private readonly read: Item[] = [];

  constructor(private readonly source: Iterator<Item, unknown>) {}

  *[Symbol.iterator](): Generator<Item> {
    for (let place = 0; ; place += 1) {
      if (place === this.read.length) {
        const next = this.source.next();
        if (next.done === true) return;
        this.read.push(next.value);
      }
      const item = this.read[place];
      if (item === undefined) return;
      yield item;
    }
  }
}
