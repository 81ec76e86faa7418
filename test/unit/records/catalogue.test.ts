import { expect, test } from 'vitest';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import { readSources } from '../../../src/records/read-sources.ts';
import type { RecordKind } from '../../../src/values/catalogue.ts';

function kindOf(name: string, ...texts: string[]): RecordKind | undefined {
  const files = texts.map((text, index) => ({ path: `sources/${index}.yml`, text }));
  return catalogueOf(readSources(files).sources).kinds.find((kind) => kind.name === name);
}

const deals = 'reads: d.csv\nkey: Id\ngives: [{ record: opportunity, columns: { stage: S, amount: A, closed: C } }]\n';

test('the rows of a history hold the fields that they and the record itself are filled with', () => {
  const stages = (columns: string): string =>
    `reads: h.csv\nkey: Id\ngives: [{ record: stage change, columns: { ${columns} } }]\n`;
  const full = 'opportunity: O, to: T, at: W, amount: A, close date: C, probability: P';
  expect(kindOf('opportunity', deals, stages(full))?.history?.holds).toEqual({
    stage: 'to',
    amount: 'amount',
    currency: 'currency',
  });
  expect(kindOf('opportunity', deals, stages('opportunity: O, to: T, at: W'))?.history?.holds).toEqual({ stage: 'to' });
  expect(kindOf('opportunity', deals, stages('opportunity: O, to: T'))?.history?.holds).toEqual({});
  expect(kindOf('opportunity', deals)?.history).toMatchObject({
    kind: 'stage change',
    from: 'from',
    to: 'to',
    holds: {},
  });
});

test('a field that the history tells in another form is not held by it', () => {
  const inWords = deals.replace('stage: S', 'probability: { from: P, is: text, means: in words }');
  const stages = `reads: h.csv\nkey: Id\ngives: [{ record: stage change, columns: { opportunity: O, at: W, probability: P } }]\n`;
  expect(kindOf('opportunity', inWords, stages)?.history?.holds).toEqual({});
});

test('a sequence that no source fills orders nothing', () => {
  const stages = 'reads: h.csv\nkey: Id\ngives: [{ record: stage change, columns: { opportunity: O, at: W } }]\n';
  expect(kindOf('stage change', stages)?.sequence).toBeNull();
  expect(kindOf('stage change', stages.replace('at: W', 'at: W, sequence: N'))?.sequence).toBe('sequence');
});

test('a kind of the company names its sequence', () => {
  const steps = `reads: s.csv
declares: { kind: step, plural: steps, happens: done, sequence: number, means: a step of a cadence }
gives:
  - record: step
    columns:
      done: { from: D, is: day, means: when it was done }
      number: { from: N, is: number, means: which step }
`;
  expect(kindOf('step', steps)?.sequence).toBe('number');
  const wrong = [{ path: 'sources/s.yml', text: steps.replace('sequence: number', 'sequence: done') }];
  expect(readSources(wrong).problems.map(({ says }) => says)).toEqual(['"done" is no number of a step']);
});

test('leads have fellows where persons are known', () => {
  const leads = 'reads: l.csv\nkey: Id\ngives: [{ record: lead, columns: { created: C } }]\n';
  const fellows = { kind: 'lead', on: [{ ours: 'person', theirs: 'person' }] };
  expect(kindOf('lead', leads)?.related).not.toContainEqual(fellows);
  expect(kindOf('lead', `${leads}person: Email\n`)?.related).toContainEqual(fellows);
});
