/** One earlier order of a customer; products as small whole numbers without repetition. */
export interface PastOrder {
  /** Days on any fixed scale; NaN where dates are unknown. */
  day: number;
  products: ArrayLike<number>;
}
