import { expect, test } from 'vitest';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { cohortGaps } from '../../../src/publish/cohort-gaps.ts';
import type { Stage } from '../../../src/values/agreement.ts';
import { bought, came, good, stages } from '../story/cohort-company.ts';
import { agreement, place, reading } from '../story/made-up.ts';

const stage = (name: string, countedBy: string | null): Stage => ({
  name,
  ownedBy: 'sales',
  term: null,
  kind: null,
  entersWhen: [],
  leavesWhen: [],
  atMost: null,
  countedBy,
  took: null,
  at: place,
});
const metrics = [came, good, bought];
const funnel = [stage('Lead', 'came'), stage('Talk', null), stage('Good lead', 'good'), stage('Customer', 'bought')];
const gapsOf = (made: ReturnType<typeof stages>) =>
  cohortGaps(
    { ...agreement, metrics, funnel },
    made.flatMap(({ counted: { values } }) => values),
    metrics.map(reading),
  ).map(sayProblem);

test('a build warns of a stage that does not follow the cohort of the first one', () => {
  expect(gapsOf(stages())).toEqual([]);
  expect(gapsOf(stages(101))).toEqual([
    'data/agreement/made-up.yml:1:1  warning: "Good lead" counts other records than the first stage in FY2026-Q1: it is not drawn; both must count the same records: look at "except when:"',
  ]);
  expect(gapsOf(stages(100, [60, 61]))).toEqual([
    'data/agreement/made-up.yml:1:1  warning: "Customer" has more than the stage before in FY2026-Q1: it is not drawn; ask in it for all that the stage before asks for, as a term that is that of the stage before',
  ]);
});

test('where the first stage is not counted there is no cohort to follow', () => {
  expect(cohortGaps({ ...agreement, metrics: [good, bought], funnel }, [], [])).toEqual([]);
});
