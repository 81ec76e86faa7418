import { describe, expect, test } from 'vitest';
import { byPlace } from '../../../../src/agreement/by-place.ts';
import { readVocabulary } from '../../../../src/agreement/files/vocabulary.ts';
import { vocabularySchema } from '../../../../src/agreement/files/term-schema.ts';
import { readAs } from '../../../../src/agreement/read-as.ts';
import { sayFigure } from '../../../../src/agreement/words.ts';
import { readYaml } from '../../../../src/agreement/yaml-file.ts';
import type { Problem } from '../../../../src/values/problem.ts';
import { catalogue } from '../fixtures.ts';

const base = `touch:
  is an: activity
inbound lead:
  is a: lead
qualified lead:
  is a: handover
`;
const before = base.split('\n').length - 1;

/** A small vocabulary with more behind it, and what is wrong there. */
function withWords(added: string) {
  const problems: Problem[] = [];
  const yaml = readYaml({ path: 'vocabulary.yml', text: base + added }, problems);
  const read = yaml && readAs(yaml, vocabularySchema, problems);
  const agreement =
    yaml && read ? readVocabulary({ ...read, yaml, problems }, { catalogue, metrics: [], currencies: ['EUR'] }) : null;
  return { agreement, problems: problems.toSorted(byPlace) };
}

/** The problems of what was added, each with its line and column there. */
function problemsOf(added: string): string[] {
  return withWords(added).problems.map(
    ({ line, column, says, fix }) => `${line - before}:${column} ${says}${fix === '' ? '' : `; ${fix}`}`,
  );
}

describe('figures', () => {
  test('are named values of a term or a record, and may use each other wherever they stand', () => {
    const { agreement, problems } = withWords(`
late by of qualified lead:
  is the: response time minus 8 business hours
response time of qualified lead:
  in words: how long it took
  is the: business hours from assigned to its first touch's completed
first answer of handovers:
  is the: accepted, or else rejected
slow handover:
  is a: handover
  where:
    - late by is more than 0
    - first answer is after qualified
`);
    expect(problems).toEqual([]);
    expect(agreement?.figures.map(({ name, kind, term, type }) => [name, kind, term, type])).toEqual([
      ['response time', 'handover', 'qualified lead', { is: 'duration', unit: 'business hours' }],
      ['late by', 'handover', 'qualified lead', { is: 'duration', unit: 'business hours' }],
      ['first answer', 'handover', null, { is: 'moment', precision: 'instant', may: 'be a fact' }],
    ]);
    expect(agreement?.figures.map(sayFigure)).toEqual([
      "business hours from assigned to its first touch's completed",
      'response time minus 8 business hours',
      'accepted, or else its rejected',
    ]);
    expect(agreement?.figures[0]).toMatchObject({
      slug: 'response-time-of-qualified-lead',
      inWords: 'how long it took',
    });
  });

  test.each([
    [
      'odd:\n  is the: days from created to now\n',
      '1:1 it is not known whose figure "odd" is; say whose it is, a term or a record: "response time of qualified lead"',
    ],
    [
      'age of ledas:\n  is the: days from created to now\n',
      '1:1 it is not known whose figure "age of ledas" is; did you mean "age of leads"?',
    ],
    [
      'score of lead:\n  is the: the number of activities\n',
      '1:1 "score" is a field of a lead already; take another name',
    ],
    [
      'age of lead:\n  is the: days from created to now\nAge of inbound lead:\n  is the: score\n',
      '3:1 "Age" is the figure "age of lead" already; take another name',
    ],
    [
      'time before call of lead:\n  is the: score\n',
      '1:1 "time before call" cannot be told from a sentence: it has "before" in it; take another name',
    ],
    [
      'age of lead:\n  is the: days frm created to now\n',
      '2:16 "days frm created to now": I don\'t know "frm"; did you mean "from"?',
    ],
    [
      'age of lead:\n  is the: 5\n',
      '2:11 "5": a value that is written out is the same for every record; begin with a field or a figure',
    ],
    ['age of lead:\n  is the: score\n  where: [score is at least 5]\n', '3:10 "where:" does not go with "is the:"'],
  ])('%j', (added, problem) => {
    expect(problemsOf(added)).toEqual([expect.stringContaining(problem)]);
  });

  test('whoever speaks of one that is at fault is not complained about', () => {
    const broken =
      'age of lead:\n  is the: days frm created to now\nold lead:\n  is a: lead\n  where: [age is at least 5]\n';
    expect(problemsOf(broken)).toHaveLength(1);
  });
});

describe('circles', () => {
  test('of figures are told with their whole round', () => {
    const added = `one of lead:
  is the: two times 2
two of lead:
  is the: three plus 2
three of lead:
  is the: one plus 5
`;
    expect(problemsOf(added)).toEqual([
      '1:1 "one of lead" is defined by itself: "one of lead" uses "two of lead" uses "three of lead" uses "one of lead"; define one of them without the other',
    ]);
  });

  test('through terms and figures are told too', () => {
    const added = `busy lead:
  is a: lead
  where: [calls is at least 5]
calls of lead:
  is the: the number of activities where its lead is a busy lead
`;
    expect(problemsOf(added)).toEqual([
      '1:1 "busy lead" is defined by itself: "busy lead" uses "calls of lead" uses "busy lead"; define one of them without the other',
    ]);
  });
});

describe('orders', () => {
  test('say which choice comes before which, for fields and figures', () => {
    const { agreement, problems } = withWords(`
stage of then of opportunity:
  is the: its last stage change's to
sales stage:
  in words: the way of a deal
  orders: [opportunity's stage, Stage change's from, stage change's to, opportunity's stage of then]
  in order: [Discovery, Proposal, Closed Won]
step back:
  is a: stage change
  where: [to comes before its from]
ahead:
  is an: opportunity
  where: [stage of then comes after Discovery]
`);
    expect(problems).toEqual([]);
    expect(agreement?.orders).toMatchObject([
      {
        name: 'sales stage',
        fields: [
          { kind: 'opportunity', field: 'stage' },
          { kind: 'stage change', field: 'from' },
          { kind: 'stage change', field: 'to' },
          { kind: 'opportunity', field: 'stage of then' },
        ],
        inWords: 'the way of a deal',
        choices: ['Discovery', 'Proposal', 'Closed Won'],
      },
    ]);
  });

  test('tell of every slip at its place', () => {
    const added = `bad order:
  orders: [opportunity's stge, oportunity's stage, lead's score, lead's status, lead's status]
  in order: [A, B, A]
half order:
  in order: [A]
other half:
  orders: [lead's source]
`;
    expect(problemsOf(added)).toEqual([
      '2:12 an opportunity has no field "stge"; did you mean "opportunity\'s stage"?',
      '2:32 there is no field "oportunity\'s stage"; did you mean "opportunity\'s stage"?',
      '2:52 "lead\'s score" holds no choices; an order is of texts',
      '2:81 "lead\'s status" is in the order "bad order" already; leave it in one',
      '3:20 "A" stands here a second time; keep one of them',
      '4:1 "half order" needs "orders:"; name the fields: "orders: [opportunity\'s stage]"',
      '6:1 "other half" needs "in order:"; name the choices from first to last',
    ]);
  });
});

describe('needs', () => {
  test('name the fields that each record should have', () => {
    const { agreement } = withWords(
      'sized lead:\n  is a: handover\n  needs: [rejection reason, "its lead\'s region"]\n',
    );
    expect(agreement?.terms.find(({ name }) => name === 'sized lead')?.needs).toMatchObject([
      { from: 'handover', links: [], field: 'rejection reason' },
      { from: 'handover', links: ['lead'], field: 'region' },
    ]);
  });
  test('are of fields, which somebody fills in', () => {
    const added =
      'age of lead:\n  is the: days from created to now\nsized lead:\n  is a: lead\n  needs: [age, sorce]\n';
    expect(problemsOf(added)).toEqual([
      '5:11 "age" is a figure, which nobody fills in; name the fields that it is made of',
      '5:16 "sorce": I don\'t know "sorce"; did you mean "source"?',
    ]);
  });
});

test('what a term narrows is named whatever its case', () => {
  const { agreement, problems } = withWords('big lead:\n  is a: LEAD\nbigger lead:\n  is a: Big Lead\n');
  expect(problems).toEqual([]);
  expect(agreement?.terms.slice(-2).map(({ kind, isA }) => [kind, isA])).toEqual([
    ['lead', null],
    ['lead', 'big lead'],
  ]);
});
