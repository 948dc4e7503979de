/**
 * What settling a row needs beside the row itself. One for all rows, and kept: clearing it costs what the catalogue
 * holds, and small memory that is used again and again is quick.
 */
class SettlingSpace {
  /** By product: 0, its place in the row plus 1, or minus (its place among those added plus 1). */
  places = new Int32Array(0);
  /** Products new to the row, as they came, with their numbers. */
  others = new Int32Array(0);
  weights = new Float64Array(0);
  counts = new Float64Array(0);

  /** Sees to it that products up to this one have a place. */
  reach(product: number): void {
    if (product < this.places.length) return;
    const places = new Int32Array((product + 1) * 2);
    places.set(this.places);
    this.places = places;
    const others = new Int32Array(places.length);
    others.set(this.others);
    this.others = others;
    const weights = new Float64Array(places.length);
    weights.set(this.weights);
    this.weights = weights;
    const counts = new Float64Array(places.length);
    counts.set(this.counts);
    this.counts = counts;
  }
}

export const settlingSpace = new SettlingSpace();
