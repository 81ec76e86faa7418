import { describe, expect, test } from 'vitest';
import { outcomesFigure } from '../../../src/story/figures/outcomes-figure.ts';
import { outcomes } from '../../../src/story/statements/outcomes.ts';
import { state } from '../../../src/story/statements/statement-kind.ts';
import { nounsOf, subjectOf } from '../../../src/story/subject.ts';
import type { Metric } from '../../../src/values/agreement.ts';
import type { Catalogue } from '../../../src/values/catalogue.ts';
import type { MetricValue } from '../../../src/values/value.ts';
import { agreement, closed, feedback, followedUp, monthly, published, reading, target } from './made-up.ts';

const about = (metric: Metric, values: readonly MetricValue[], catalogue: Catalogue = { kinds: [] }) =>
  subjectOf({ metric, agreement, values: published(metric, values), reading: reading(metric), catalogue });

test('outcomes speak of time only where time is all that counts, and the agreement says so', () => {
  expect(outcomesFigure(about(followedUp, monthly(followedUp, [[20, 24]])))?.title).toBe(
    'Four of October’s 24 qualified leads were not in time.',
  );
  expect(outcomesFigure(about(feedback, monthly(feedback, [[20, 24]])))?.title).toBe(
    'Four of October’s 24 qualified leads missed it.',
  );
  const [today] = followedUp.wordings;
  const known = {
    is: 'test',
    phrase: 'is known',
    slots: { links: [] },
    said: 'reason is known',
    at: today.keptWhen[0]?.is === 'test' ? today.keptWhen[0].at : feedback.at,
  } as const;
  const more = { ...followedUp, wordings: [{ ...today, keptWhen: [...today.keptWhen, known] }] } as const;
  expect(outcomesFigure(about(more, monthly(more, [[20, 24]])))?.title).toBe(
    'Four of October’s 24 qualified leads missed it.',
  );
  expect(outcomesFigure(about(closed, monthly(closed, [5])))).toBeNull();
});

describe('outcomes in the sense of their agreement', () => {
  const [today] = feedback.wordings;
  const drawn = (metric: Metric, of: readonly [number, number, number?]) =>
    outcomesFigure(about(metric, monthly(metric, [of])));

  test('where less is better, what the share counts hangs below the line', () => {
    const less: Metric = { ...feedback, wordings: [{ ...today, target: target(0.1, null, 'at most'), broken: null }] };
    const figure = drawn(less, [63, 65]);
    expect(figure?.title).toBe('63 of October’s 65 qualified leads count against it.');
    expect(figure?.outcomes[0]).toMatchObject({
      kept: 2,
      missed: 63,
      says: 'October\u00a02026: 2 the rest, 63 against it',
    });
    const untold: Metric = { ...feedback, better: 'lower', wordings: [{ ...today, target: null, broken: null }] };
    expect(drawn(untold, [1, 65])?.title).toBe('One of October’s 65 qualified leads counts against it.');
  });

  test('where nothing is agreed, none is said to miss it', () => {
    const open: Metric = { ...feedback, wordings: [{ ...today, target: null, broken: null }] };
    expect(drawn(open, [17, 50])?.title).toBe('17 of October’s 50 qualified leads count towards the share.');
  });

  test('all of them wait', () => {
    expect(drawn(feedback, [0, 0, 12])?.title).toBe('All of October’s 12 qualified leads still wait.');
    expect(drawn(feedback, [0, 0])?.title).toBe('Feedback given on leads');
  });

  test('of none, of all and of one record it is said as a person would', () => {
    const open: Metric = { ...feedback, wordings: [{ ...today, target: null, broken: null }] };
    const less: Metric = { ...feedback, better: 'lower' };
    const said = (metric: Metric, ...of: [number, number, number?][]) => of.map((one) => drawn(metric, one)?.title);
    expect(said(followedUp, [24, 24], [0, 24], [23, 24], [1, 1], [0, 1])).toEqual([
      'All of October’s 24 qualified leads were in time.',
      'None of October’s 24 qualified leads was in time.',
      'One of October’s 24 qualified leads was not in time.',
      'October’s 1 qualified lead was in time.',
      'October’s 1 qualified lead was not in time.',
    ]);
    expect(said(feedback, [24, 24], [0, 24], [0, 0, 1])).toEqual([
      'All of October’s 24 qualified leads kept it.',
      'All of October’s 24 qualified leads missed it.',
      'October’s 1 qualified lead still waits.',
    ]);
    expect(said(open, [0, 24], [24, 24], [0, 1])).toEqual([
      'None of October’s 24 qualified leads counts towards the share.',
      'All of October’s 24 qualified leads count towards the share.',
      'October’s 1 qualified lead does not count towards the share.',
    ]);
    expect(said(less, [0, 24])).toEqual(['None of October’s 24 qualified leads counts against it.']);
  });

  test('a title is a sentence like any other: its facts hold, and its brief stands beside the name', () => {
    const subject = about(followedUp, monthly(followedUp, [[207, 249, 3]]));
    const said = state(outcomes, subject);
    expect(said).toMatchObject({ brief: '42 of 249 were not in time', facts: { kept: 207, missed: 42, waiting: 3 } });
    expect(outcomes.holds(said?.facts ?? {}, subject)).toBe(true);
    expect(outcomes.holds({ ...said?.facts, missed: 41, kept: 208 }, subject)).toBe(false);
    expect(outcomes.holds({ ...said?.facts, waiting: 2 }, subject)).toBe(false);
  });

  test('those that there were at the end of a period or at its start', () => {
    const stood = (asOf: Metric['asOf']): Metric => ({ ...feedback, by: null, asOf });
    expect(drawn(stood('period end'), [20, 24])?.title).toBe(
      'Four of the 24 qualified leads at the end of October missed it.',
    );
    expect(drawn(stood('period start'), [20, 24])?.title).toBe(
      'Four of the 24 qualified leads that October began with missed it.',
    );
  });
});

test('all records of a kind are called by the kind’s own noun', () => {
  const kind = { name: 'opportunity', plural: 'deals', table: 'opportunity', happens: 'created', fields: [], related: [], sequence: null, history: null, means: '' } as const;
  const deals: Metric = { ...feedback, wordings: [{ ...feedback.wordings[0], term: null, kind: 'opportunity' }] };
  expect(nounsOf(about(deals, [], { kinds: [kind] }))).toEqual({ one: 'opportunity', many: 'deals' });
  expect(nounsOf(about(deals, []))).toEqual({ one: 'opportunity', many: 'opportunity records' });
}); // prettier-ignore
