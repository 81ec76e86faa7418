import { describe, expect, test } from 'vitest';
import { plainMeaningOf } from '../../../src/agreement/plain-meaning-of.ts';
import { readTest } from '../../../src/agreement/read-sentence.ts';
import type { Known, PlainRecord, Verdict } from '../../../src/values/plain.ts';
import type { Condition, Literal, Value } from '../../../src/values/tree.ts';
import { names, sentence } from './fixtures.ts';

const holds: Verdict = { holds: true, waits: false };
const fails: Verdict = { holds: false, waits: false };
const waits: Verdict = { holds: false, waits: true };

/** A record that knows its own fields, and nothing of time: a window is always still open. */
function recordOf(fields: Readonly<Record<string, Known>>, touches = 0): PlainRecord {
  const literal = (one: Literal): Known => {
    if (one.literal === 'text') return one.text;
    if (one.literal === 'yes-no') return one.yes;
    if (one.literal === 'duration') return one.duration.amount;
    return one.literal === 'number' ? one.number : '';
  };
  const knownOf = (value: Value): Known | undefined => {
    if (value.value === 'field') return fields[value.path.field];
    if (value.value === 'distance') return fields[value.unit];
    return value.value === 'literal' ? literal(value.literal) : undefined;
  };
  return {
    ask: (values, question) => {
      const known = values.map(knownOf);
      const all = known.filter((one) => one !== undefined);
      return { holds: all.length === known.length && question(...all), waits: false };
    },
    known: (value) => (knownOf(value) === undefined ? fails : holds),
    literal,
    rank: (_, choice) => {
      const place = names.orders[0]?.choices.indexOf(String(choice)) ?? -1;
      return place < 0 ? null : place;
    },
    happened: () => holds,
    lies: (_, when) => (when.when === 'window' ? waits : holds),
    fallsOn: (_, days) => (days === 'a working day' ? holds : fails),
    count: () => ({ number: touches, waits: false }),
    isA: (_, term) => (term === 'good lead' ? holds : fails),
    found: () => fails,
  };
}

function meaning(of: string, text: string, record: PlainRecord): Verdict {
  const { value, problems } = readTest(sentence(of, text));
  if (!value) throw new Error(problems.map(({ says }) => says).join('\n'));
  return plainMeaningOf(record, value);
}

describe('what a phrase means of one record', () => {
  const lead = recordOf({ score: 60, source: 'Website', 'job title': 'Head of Sales, EMEA', days: 10, weeks: 2 }, 2);
  test.each([
    ['score is 60', true],
    ['score is not 60', false],
    ['score is at least 60', true],
    ['score is more than 60', false],
    ['score is between 50 and 60', true],
    ['score differs from 5', true],
    ['company size is 5', false],
    ['company size is not 5', true],
    ['company size differs from 5', false],
    ['company size is at most 5', false],
    ['company size is empty', true],
    ['score is known', true],
    ['source is one of Event, Website', true],
    ['source is none of Event, Website', false],
    ['region is none of North, South', true],
    ['job title contains ead', true],
    ['job title contains the word ead', false],
    ['job title contains the word one of chief, sales', true],
    ['job title contains the word "of sales"', true],
    ['job title starts with HEAD', true],
    ['region contains a', false],
    ['days from created to now is at most 2 weeks', true],
    ['days from created to now is at most 1 week', false],
    ['weeks from created to now is at least 15 days', false],
    ['weeks from created to now is at least 14 days', true],
    ['has at least 2 touches', true],
    ['has no touches', false],
    ['has exactly 2 touches', true],
    ['has at most 1 touch', false],
    ['is a good lead', true],
    ['its owner is not a robot', true],
    ['its owner is not found', true],
    ['created is on a working day', true],
    ['created is on Sunday', false],
    ['created has not happened', false],
  ])('%s', (text, expected) => {
    expect(meaning('lead', text, lead)).toEqual({ holds: expected, waits: false });
  });

  test.each([
    ['to comes before its from', { from: 'Proposal', to: 'Discovery' }, true],
    ['to comes before its from', { from: 'Discovery', to: 'Discovery' }, false],
    ['to comes after Discovery', { to: 'Negotiation' }, true],
    ['to comes after Discovery', { to: 'Nowhere' }, false],
    ['to comes before Discovery', { to: 'Nowhere' }, false],
  ])('%s of %j', (text, fields, expected) => {
    expect(meaning('stage change', text, recordOf(fields)).holds).toBe(expected);
  });
});

describe('groups', () => {
  const record = recordOf({ score: 60 });
  const one = (text: string): Condition => {
    const { value } = readTest(sentence('lead', text));
    if (!value) throw new Error(text);
    return value;
  };
  const [yes, no, open] = [one('score is 60'), one('score is 5'), one('converted within 5 days of created')];
  test.each([
    ['all', [yes, yes], true, false],
    ['all', [yes, no], false, false],
    ['all', [yes, open], false, true],
    ['any', [no, no], false, false],
    ['any', [yes, open], true, true],
    ['none', [no, no], true, false],
    ['none', [no, yes], false, false],
    ['none', [no, open], true, true],
    ['all', [], true, false],
    ['any', [], false, false],
  ] as const)('%s of %j', (is, of, expected, waiting) => {
    expect(plainMeaningOf(record, { is, of })).toEqual({ holds: expected, waits: waiting });
  });
});
