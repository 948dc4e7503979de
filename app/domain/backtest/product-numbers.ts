/** Small numbers for the products of a shop, in the order in which they are first met. */
export class ProductNumbers {
  private readonly ids: number[] = [];
  private readonly numbers = new Map<number, number>();

  idOf(number: number): number {
    return this.ids[number] ?? 0;
  }

  /** Undefined for a product that was never met. */
  find(id: number): number | undefined {
    return this.numbers.get(id);
  }

  /** Gives the product a number if it has none. */
  of(id: number): number {
    const known = this.numbers.get(id);
    if (known !== undefined) return known;
    const number = this.ids.push(id) - 1;
    this.numbers.set(id, number);
    return number;
  }

  /** Ascending, as the counts want an order's products. */
  ofAll(productIds: readonly number[]): number[] {
    const numbers = productIds.map((id) => this.of(id));
    return numbers.length > 1 ? numbers.sort((one, other) => one - other) : numbers;
  }
}
