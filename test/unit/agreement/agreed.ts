import { expect } from 'vitest';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import type { Agreement, Metric } from '../../../src/values/agreement.ts';
import type { Problem } from '../../../src/values/problem.ts';
import { catalogue, companyWith } from './fixtures.ts';

/** The small company's agreement with changes, which must hold no fault. */
export function agreed(changes: Readonly<Record<string, string | null>> = {}): Agreement {
  const { agreement, problems } = parseAgreement(companyWith(changes), catalogue);
  expect(newIn(problems)).toEqual([]);
  if (!agreement) throw new Error('There is no agreement');
  return agreement;
}

export function metricOf(agreement: Agreement, slug: string): Metric {
  const metric = agreement.metrics.find((known) => known.slug === slug);
  if (!metric) throw new Error(`There is no metric "${slug}"`);
  return metric;
}

/** Every problem that changes bring to the company, a line each. */
export function problemsOf(changes: Readonly<Record<string, string | null>>): string[] {
  return newIn(parseAgreement(companyWith(changes), catalogue).problems);
}

/** What the company itself warns of: what it only says. */
const ofTheCompany = new Set(parseAgreement(companyWith({}), catalogue).problems.map(sayProblem));

/** Problems that the unchanged company has not, a line each. */
export function newIn(problems: readonly Problem[]): string[] {
  return problems.map(sayProblem).filter((line) => !ofTheCompany.has(line));
}

/** A metric or a promise of a few lines, under the slug `x`, with what every file of its folder needs before them. */
function fileOf(as: 'metric' | 'promise', lines: readonly string[]): Record<string, string> {
  const head = as === 'metric' ? ['title: X', 'asks: X?', 'answered by: sales'] : ['title: X', 'asks: X?'];
  return { [as === 'metric' ? 'metrics/x.yml' : 'slas/x.yml']: [...head, ...lines, ''].join('\n') };
}

/** The metric of these lines, beside those of the company, which must hold no fault. */
export function metricIn(lines: readonly string[], others: Readonly<Record<string, string>> = {}): Metric {
  return metricOf(agreed({ ...others, ...fileOf('metric', lines) }), 'x');
}

export function promiseIn(lines: readonly string[]): Metric {
  return metricOf(agreed(fileOf('promise', lines)), 'x');
}

/** Every problem of these lines, with its line and column in the file. */
export function problemsIn(as: 'metric' | 'promise', lines: readonly string[]): string[] {
  return problemsOf(fileOf(as, lines)).map((line) => line.replace(/^agreement\/(?:metrics|slas)\/x\.yml:/, ''));
}
