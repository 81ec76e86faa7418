import type { z } from 'zod';
import type { Company, Metric } from '../../values/agreement.ts';
import type { Decision, Expectation } from '../../values/note.ts';
import { grains, type Day } from '../../values/period.ts';
import { fault, isBroken, known, type Reporting } from '../report.ts';
import { day, keys, text } from '../schema-words.ts';
import type { Path } from '../yaml-places.ts';
import { periodCalled, periodNamed } from './period-names.ts';
import { readTarget } from './target-text.ts';
import type { World } from './world.ts';

const expectsSchema = keys({
  metric: text.describe('The metric that tells whether it came as expected.'),
  'to be': text.describe('The level that its number is expected to come to: at least 85%.'),
  in: text.describe('The period that tells: 2026-10, FY2026-Q4, FY2026, week-2026-10-05.'),
});

/** `decision:` of a note. */
export const decisionSchema = keys({
  owner: text.describe('The team that does what was decided.'),
  due: day.describe('The day by which it is to be done.'),
  done: day.optional().describe('The day on which it was done; not yet, if not said.'),
  expects: expectsSchema
    .optional()
    .describe('What it is expected to do; the page of the review holds it against what came.'),
});

type SaidDecision = z.infer<typeof decisionSchema>;

/** What a decision's names are looked up in. */
export interface Deciding extends Pick<World, 'company' | 'teams' | 'slugs'> {
  readonly metrics: readonly Metric[];
}

/** Reads what was decided on a day. Null: what it expects could not be read. */
export function readDecision(reporting: Reporting, said: SaidDecision, on: Day, beside: Deciding): Decision | null {
  const at = (...path: string[]): Path => ['decision', ...path];
  known(reporting, at('owner'), 'team', said.owner, beside.teams?.map(({ slug }) => slug) ?? null);
  for (const key of ['due', 'done'] as const)
    if ((said[key] ?? on) < on && !isBroken(reporting, ['on']))
      fault(reporting, at(key), `${said[key]} lies before ${on}, the day of the note`, 'see which of the two is right');
  const expects = said.expects ? readExpectation(reporting, said.expects, on, beside) : null;
  if (said.expects && !expects) return null;
  return { owner: said.owner, due: said.due, done: said.done ?? null, expects };
}

type SaidExpectation = NonNullable<SaidDecision['expects']>;

function readExpectation(
  reporting: Reporting,
  said: SaidExpectation,
  on: Day,
  { company, metrics, slugs }: Deciding,
): Expectation | null {
  const path: Path = ['decision', 'expects'];
  if (!known(reporting, [...path, 'metric'], 'metric', said.metric, slugs)) return null;
  const metric = metrics.find(({ slug }) => slug === said.metric);
  if (!metric) return null;
  const form = { unit: metric.unit, target: 'plain', spreads: false, runsFor: null } as const;
  const { target, misfit } = readTarget(said['to be'], form, 'target');
  if (misfit) fault(reporting, [...path, 'to be'], misfit.says, misfit.fix);
  const period = readPeriod(reporting, said.in, on, metric, company);
  if (target?.level.level !== 'one' || !period) return null;
  return { metric: said.metric, way: target.way, level: target.level.value, said: target.said, period };
}

/** The period that tells: one that the metric is counted by, and that was not over when it was decided. */
function readPeriod(reporting: Reporting, name: string, on: Day, { finest, slug }: Metric, company: Company) {
  const path: Path = ['decision', 'expects', 'in'];
  const { misfit } = periodNamed(name, company);
  const period = periodCalled(name, company);
  if (misfit) fault(reporting, path, misfit.says, misfit.fix);
  if (!period) return null;
  if (grains.indexOf(period.grain) < grains.indexOf(finest)) {
    const fix = finest === 'all' ? 'name another metric' : `name a ${finest}`;
    fault(reporting, path, `"${name}" is a ${period.grain}, and ${slug} is counted by the ${finest}`, fix);
    return null;
  }
  if (period.to < on) fault(reporting, path, `"${name}" was over by ${on}, the day of the note`, 'name a later period');
  return period;
}
