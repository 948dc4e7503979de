/** Opportunities that the shop's mean is worth against a product's own record. */
const PRIOR_OPPORTUNITIES = 100;

/** How often a shop's products are bought again, counted order by order in the sequence of each customer. */
export class RepeatRates {
  private readonly repeats: number[] = [];
  private readonly opportunities: number[] = [];
  private readonly holders: number[] = [];
  private allRepeats = 0;
  private allOpportunities = 0;
  private orderCount = 0;

  /** Counts an order; `owned` are the products of the customer's earlier orders (empty for a guest). */
  add(products: ArrayLike<number>, owned: ReadonlySet<number>): void {
    this.orderCount++;
    for (let n = 0; n < products.length; n++) {
      const product = products[n] ?? 0;
      this.holders[product] = (this.holders[product] ?? 0) + 1;
      if (!owned.has(product)) continue;
      this.repeats[product] = (this.repeats[product] ?? 0) + 1;
      this.allRepeats++;
    }
    for (const product of owned) this.opportunities[product] = (this.opportunities[product] ?? 0) + 1;
    this.allOpportunities += owned.size;
  }

  /** Chance that an order of somebody who owns the product holds it again, drawn to the shop's mean while little is known. */
  rate(product: number): number {
    const mean = this.allOpportunities === 0 ? 0 : this.allRepeats / this.allOpportunities;
    return ((this.repeats[product] ?? 0) + PRIOR_OPPORTUNITIES * mean) / ((this.opportunities[product] ?? 0) + PRIOR_OPPORTUNITIES);
  }

  /** Share of all orders that hold the product. */
  popularity(product: number): number {
    return this.orderCount === 0 ? 0 : (this.holders[product] ?? 0) / this.orderCount;
  }
}
