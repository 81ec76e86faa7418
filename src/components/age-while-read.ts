import { tellAge, type AgeFacts } from './age-told.ts';

/** Says the age of the data by the reader's clock, where a page tells it. `now`: milliseconds since 1970. A clock that is behind says what the page says. */
export function ageWhileRead(page: Document, now: number): void {
  for (const place of page.querySelectorAll<HTMLElement>('[data-age]')) {
    const { words, stale } = tellAge(JSON.parse(place.dataset['age'] ?? '') as AgeFacts, now / 1000);
    place.textContent = `${words}.`;
    place.closest('p')?.classList.toggle('stale', stale);
  }
}
