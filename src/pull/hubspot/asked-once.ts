/** Remembers answers by a key, so that each is asked for once. What failed is asked for again: its fault belongs to the place that asked. */
export class AskedOnce<Answer> {
  readonly #answers = new Map<string, Promise<Answer>>();

  get(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const known = this.#answers.get(key);
    if (known) return known;
    const asked = ask().catch((error: unknown) => {
      this.#answers.delete(key);
      throw error;
    });
    this.#answers.set(key, asked);
    return asked;
  }
}
