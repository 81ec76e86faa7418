import { numbersOf } from '../story/numbers.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import { apiUnits } from './api-row.ts';

/** How the two sums of a value are said in tables: amounts as money, all else as plain numbers. */
export interface PartWords {
  numerator(amount: number): string;
  denominator(amount: number): string;
}

/** The words for what a share or a ratio is made of. */
export function sayParts(metric: Metric, agreement: Agreement): PartWords {
  const units = apiUnits(metric, agreement);
  const numbers = (part: 'numerator' | 'denominator') => numbersOf({ ...metric, unit: units[part] }, agreement);
  return { numerator: numbers('numerator').exact, denominator: numbers('denominator').exact };
}
