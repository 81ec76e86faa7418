import { describe, expect, test } from 'vitest';
import { metricOf, agreed, problemsOf } from '../agreed.ts';
import { companyFile } from '../fixtures.ts';

const words = companyFile('vocabulary.yml');

const vocabulary = `${words}
near lead:
  is a: lead
  where:
    - region is one of North, South
  except when:
    - do not contact is yes
large near lead:
  is a: near lead
  where:
    - any of:
        - company size is at least 200
        - all of:
            - score is at least 60
            - region is one of North, South
    - none of:
        - job title contains the word one of student, intern
  except when:
    - none of:
        - industry is known
anyone:
  is a: lead
slow lead:
  is a: lead
  where:
    - has an activity within 1 day of created
`;

const metric = (entry: string, counted = 'lead') =>
  `title: X\nasks: X?\nanswered by: sales\ncount of: ${counted}\nby: created\nbreak down by: [source, ${entry}]\n`;

const files = (entry: string, counted?: string) => ({
  'vocabulary.yml': vocabulary,
  'metrics/x.yml': metric(entry, counted),
});

describe('the clauses of a term', () => {
  test('are groups each: its own and those of the terms that it narrows, in sentences as they are said', () => {
    const { breakdowns } = metricOf(agreed(files('clauses of large near leads')), 'x');
    const anyOf = 'any of: company size is at least 200; all of: score is at least 60; region is one of North, South';
    expect(
      breakdowns.map(({ dimension, cut }) => [dimension, ...(cut.cut === 'test' ? [cut.holds, cut.others] : [])]),
    ).toEqual([
      ['source'],
      [anyOf, 'met', 'not met'],
      ['company size is at least 200', 'met', 'not met'],
      ['score is at least 60', 'met', 'not met'],
      ['region is one of North, South', 'met', 'not met'],
      ['job title contains the word one of student, intern', 'applies', 'does not apply'],
      ['industry is known', 'met', 'not met'],
      ['do not contact is yes', 'applies', 'does not apply'],
    ]);
    expect(breakdowns.map(({ clauseOf }) => clauseOf)).toEqual([null, ...Array(7).fill('large near lead')]);
    expect(breakdowns[1]?.cut).toMatchObject({ cut: 'test', test: { is: 'any' } });
  });

  test.each([
    ['clauses of large near led', '6:25  there is no term "large near led"; did you mean "large near lead"?'],
    ['clauses of anyone', '6:25  "anyone" has no clauses; name a term with "where:" or "except when:"'],
    [
      'clauses of qualified lead',
      '6:25  the clauses of "qualified lead" are said of a handover, and leads are counted here; name a term of leads',
    ],
    [
      'clauses of near lead, clauses of near lead',
      '6:47  it is broken down by "region is one of North, South" already; leave it away',
    ],
  ])('%s is told', (entry, problem) => {
    expect(problemsOf(files(entry))).toContain(`agreement/metrics/x.yml:${problem}`);
  });

  test('that wait for a deadline are told where they stand', () => {
    const line = vocabulary.split('\n').findIndex((one) => one.includes('has an activity within 1 day of created')) + 1;
    expect(problemsOf(files('clauses of slow lead'))).toEqual([
      `agreement/vocabulary.yml:${line}:7  "has an activity within 1 day of created" waits for a deadline, and groups are there from the start; name a sentence without "within"`,
    ]);
  });
});

test('where the counted records are of the term, its sentences part nothing', () => {
  expect(problemsOf(files('clauses of near lead', 'near lead'))).toEqual([
    'agreement/metrics/x.yml:6:25  warning: every near lead that is counted meets every sentence of "near lead"; count a wider term or the record: "lead"',
  ]);
  expect(problemsOf(files('clauses of large near lead', 'large near lead'))).toEqual([
    'agreement/metrics/x.yml:6:25  warning: every large near lead that is counted meets every sentence but those under "any of:" of "large near lead"; count a wider term or the record: "lead"',
  ]);
  expect(problemsOf(files('clauses of near lead', 'large near lead'))).toEqual([
    'agreement/metrics/x.yml:6:25  warning: every large near lead that is counted meets every sentence of "near lead"; count a wider term or the record: "lead"',
  ]);
  expect(problemsOf(files('clauses of large near lead', 'near lead'))).toEqual([]);
});
