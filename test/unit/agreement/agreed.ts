import { expect } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import type { Agreement, Metric } from '../../../src/values/agreement.ts';
import { catalogue, sampleWith } from './fixtures.ts';

/** The sample's agreement with changes, which must hold no fault. */
export function agreed(changes: Readonly<Record<string, string | null>> = {}): Agreement {
  const { agreement, problems } = parseAgreement(sampleWith(changes), catalogue);
  expect(problems.map(sayProblem)).toEqual([]);
  if (!agreement) throw new Error('There is no agreement');
  return agreement;
}

export function metricOf(agreement: Agreement, slug: string): Metric {
  const metric = agreement.metrics.find((known) => known.slug === slug);
  if (!metric) throw new Error(`There is no metric "${slug}"`);
  return metric;
}

/** Every problem of the sample with changes, a line each. */
export function problemsOf(changes: Readonly<Record<string, string | null>>): string[] {
  return parseAgreement(sampleWith(changes), catalogue).problems.map(sayProblem);
}
