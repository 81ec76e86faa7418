import { expect, test } from 'vitest';
import { agreed, problemsOf } from '../agreed.ts';

const funnel = (...lines: string[]) => ({ 'funnel.yml': [...lines, ''].join('\n') });

test('a stage says which records stand in it, when they come and go, and how long they stay at most', () => {
  const { funnel: stages } = agreed(
    funnel(
      '- stage: Qualified lead',
      '  owned by: marketing',
      '  is a: qualified lead',
      '  leaves when: [accepted has happened]',
      '- stage: Discovery',
      '  owned by: sales',
      '  is an: opportunity',
      '  enters when:',
      '    - stage is Discovery',
      '    - any of: [amount is known, next step is known]',
      '  at most: 10 business days',
      '- stage: Closed Won',
      '  owned by: sales',
    ),
  );
  expect(stages).toMatchObject([
    {
      term: 'qualified lead',
      kind: 'handover',
      entersWhen: [],
      leavesWhen: [{ phrase: 'has happened' }],
      atMost: null,
    },
    {
      term: null,
      kind: 'opportunity',
      entersWhen: [{ said: 'stage is Discovery' }, { is: 'any' }],
      atMost: { amount: 10, unit: 'business days' },
    },
    { term: null, kind: null, entersWhen: [], leavesWhen: [], atMost: null },
  ]);
});

test.each([
  [
    ['- stage: A', '  owned by: sale', '  is an: opportunty'],
    [
      'agreement/funnel.yml:2:13  there is no team "sale"; did you mean "sales"?',
      'agreement/funnel.yml:3:10  there is no term or record "opportunty"; did you mean "opportunity"?',
    ],
  ],
  [
    ['- stage: A', '  owned by: sales', '  enters when: [created has happened]'],
    ['agreement/funnel.yml:3:16  "enters when:" needs "is a:"; say which records come and go'],
  ],
  [
    ['- stage: A', '  owned by: sales', '  is an: opportunity', '  leaves when: [stag is Proposal]'],
    [`agreement/funnel.yml:4:17  "stag is Proposal": I don't know "stag"; did you mean "stage"?`],
  ],
  [
    ['- stage: A', '  owned by: sales', '  at most: 3 moons'],
    ['agreement/funnel.yml:3:12  "3 moons" is not a stretch of time; write it like "90 days" or "4 business hours"'],
  ],
])('%j', (lines, problems) => {
  expect(problemsOf(funnel(...lines))).toEqual(problems);
});
