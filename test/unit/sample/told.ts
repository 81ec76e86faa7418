import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

const readme = readFileSync('data/sample/README.md', 'utf8').replaceAll(/\s+/g, ' ');

/** The sample's guide says so, in these words and numbers: a list that its readers trust can't fall behind the files. */
export function expectTold(sentence: string): void {
  expect(readme.includes(sentence), `data/sample/README.md says: ${sentence}`).toBe(true);
}

/** `37%` */
export function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / whole)}%`;
}

export function median(numbers: readonly number[]): number {
  const inOrder = numbers.toSorted((one, other) => one - other);
  const middle = inOrder.length >> 1;
  return inOrder.length % 2 ? inOrder[middle]! : (inOrder[middle - 1]! + inOrder[middle]!) / 2;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
export const average = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

/** Days between two instants or dates. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
