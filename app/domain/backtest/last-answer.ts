/** The answer to the last question about some products, which an order's pages and offers ask again and again; until what it rests on changes. */
export class LastAnswer<Answer> {
  private ids: readonly number[] | null = null;
  private answer: Answer | null = null;

  of(ids: readonly number[], make: () => Answer): Answer {
    if (this.answer !== null && this.ids?.length === ids.length && this.ids.every((id, place) => id === ids[place])) return this.answer;
    this.answer = make();
    this.ids = ids;
    return this.answer;
  }

  forget(): void {
    this.answer = null;
  }
}
