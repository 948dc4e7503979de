/** Numbers that become many: eight bytes each, and a little room. */
export class NumberList {
  private numbers = new Float64Array(4);
  private used = 0;

  push(number: number): void {
    if (this.used === this.numbers.length) {
      const longer = new Float64Array(this.used + (this.used >> 1));
      longer.set(this.numbers);
      this.numbers = longer;
    }
    this.numbers[this.used++] = number;
  }

  get isEmpty(): boolean {
    return this.used === 0;
  }

  values(): Float64Array {
    return this.numbers.subarray(0, this.used);
  }

  /** Ascending from now on. */
  sorted(): Float64Array {
    return this.values().sort();
  }
}
