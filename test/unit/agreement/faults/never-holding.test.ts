import { describe, expect, test } from 'vitest';
import { neverHolding } from '../../../../src/agreement/faults/never-holding.ts';
import { phrases } from '../../../../src/agreement/phrases.ts';
import { readWhole, testReader } from '../../../../src/agreement/read-sentence.ts';
import type { Term } from '../../../../src/values/agreement.ts';
import type { Condition } from '../../../../src/values/tree.ts';
import { sentence } from '../fixtures.ts';

function read(of: string, text: string): Condition {
  const { value, problems } = readWhole(sentence(of, text), testReader(phrases));
  if (!value) throw new Error(problems.map(({ says }) => says).join('; '));
  return value;
}

const leads = (...texts: string[]): Condition[] => texts.map((text) => read('lead', text));

const goodLead: Term = {
  name: 'good lead',
  plural: 'good leads',
  slug: 'good-lead',
  alsoCalled: [],
  kind: 'lead',
  isA: null,
  inWords: '',
  where: leads('score is at least 60', 'source is one of Website, Event'),
  exceptWhen: leads('region is Mars'),
  saidButNotCounted: [],
  needs: [],
  at: { file: 'vocabulary.yml', line: 1, column: 1 },
};

const saidBy = (conditions: readonly Condition[], term: string | null = null) =>
  neverHolding(conditions, term, [goodLead])?.map(({ said }) => said) ?? null;

describe('conditions that can never hold', () => {
  test.each([
    [['score is at least 60', 'score is at most 50']],
    [['retry on is between 2026-05-01 and 2026-01-01']],
    [['retry on is between 2026-01-01 and 2026-01-31', 'retry on is after 2026-01-31']],
    [['score is more than 5', 'score is less than 5']],
    [['source is Website', 'source is Event']],
    [['source is one of Website, Event', 'source is none of Website, Event']],
    [['source is known', 'source is empty']],
    [['source is empty', 'source is Website']],
    [['do not contact is yes', 'do not contact is no']],
    [['created is before 2026-01-01', 'created is on or after 2026-01-01']],
    [['has at least 2 activities', 'has at most 1 activity']],
    [['has no activity where kind is call', 'has an activity where kind is call']],
    [['company size is between 20 and 10']],
  ])('%j', (texts) => {
    expect(saidBy(leads(...texts))).toEqual(texts);
  });

  test.each([
    [['score is at least 60', 'score is at most 60']],
    [['score is more than 5', 'score is less than 6']],
    [['source is not Website', 'source is not Event']],
    [['source is empty', 'region is Mars']],
    [['job title contains sales', 'job title contains market']],
    [['created is on or before 2026-01-01', 'created is on or after 2026-01-01']],
    [['score is at least 60', "its owner's created is before 2026-01-01"]],
    [['has at least 2 activities', 'has at most 1 activity where kind is call']],
  ])('%j may hold', (texts) => {
    expect(saidBy(leads(...texts))).toBeNull();
  });

  test('of several ways, none may be left', () => {
    const [low, high, other] = leads('score is at most 50', 'score is at most 40', 'region is Mars');
    const [least] = leads('score is at least 60');
    const ways = (...of: (Condition | undefined)[]): Condition => ({
      is: 'any',
      of: of.filter((one) => one !== undefined),
    });
    expect(saidBy([least as Condition, ways(low, high)])).toEqual([
      'score is at least 60',
      'score is at most 50',
      'score is at most 40',
    ]);
    expect(saidBy([least as Condition, ways(low, other)])).toBeNull();
  });

  test('what a term says of its records holds too, through the links as well', () => {
    expect(saidBy(leads('score is less than 10'), 'good lead')).toEqual(['score is less than 10']);
    expect(saidBy(leads('region is Mars'), 'good lead')).toEqual(['region is Mars']);
    expect(saidBy(leads('region is Venus'), 'good lead')).toBeNull();
    const ofHandover = [read('handover', 'its lead is a good lead'), read('handover', "its lead's source is TikTok")];
    expect(saidBy(ofHandover)).toEqual(['its lead is a good lead', "its lead's source is TikTok"]);
  });
});
