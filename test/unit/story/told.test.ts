import { expect, test } from 'vitest';
import { overTimeTold } from '../../../src/story/over-time-told.ts';
import { toldFirst } from '../../../src/story/told-first.ts';
import type { Facts } from '../../../src/story/statements/statement-kind.ts';
import type { Finding, Statement } from '../../../src/values/statement.ts';

const says = (kind: string, facts: Facts = {}): Statement => ({
  kind,
  subject: 'followed-up',
  facts,
  words: `${kind}.`,
  headline: kind,
  brief: kind,
});
const finding = (told: Partial<Finding>): Finding => ({
  metric: 'followed-up',
  period: null,
  mark: { mark: 'slipping', why: null },
  but: null,
  title: says('title'),
  context: [],
  signal: null,
  overTime: [],
  became: null,
  parts: [],
  value: '83%',
  agreed: '',
  key: '',
  ...told,
});
const kinds = (statements: readonly Statement[]) => statements.map(({ kind }) => kind);

test('below a title what is of the same number comes first, then its run of marks, then what comes next', () => {
  const told = toldFirst(
    finding({
      context: [says('misses'), says('so far'), says('pace'), says('other wording')],
      signal: says('signal', { says: 'too early' }),
      overTime: [says('compared'), says('streak'), says('lately')],
    }),
  );
  expect(kinds(told)).toEqual(['misses', 'streak', 'so far', 'pace', 'other wording']);
});

test('a pair that is off and a real change stand before all else, and no more than five sentences stand there', () => {
  const told = toldFirst(
    finding({
      but: says('but'),
      signal: says('signal', { says: 'run' }),
      context: [says('waiting'), says('bounds'), says('so far'), says('pace')],
      overTime: [says('record')],
    }),
  );
  expect(kinds(told)).toEqual(['but', 'signal', 'waiting', 'bounds', 'record']);
});

test('the title over a chart is whether the number really changed, where anyone can tell', () => {
  const overTime = [says('compared'), says('streak')];
  const within = overTimeTold({ signal: says('signal', { says: 'within' }), overTime });
  expect([within.title?.kind, kinds(within.tells)]).toEqual(['signal', ['compared', 'streak']]);
});

test('where nobody can tell, the title is a run, and that nobody can tell stands last', () => {
  const overTime = [says('compared'), says('lengths'), says('streak'), says('lately')];
  const early = overTimeTold({ signal: says('signal', { says: 'too early' }), overTime });
  expect([early.title?.kind, kinds(early.tells), early.lengths?.kind]).toEqual([
    'streak',
    ['compared', 'lately', 'signal'],
    'lengths',
  ]);
});

test('a chart over time that shows nothing worth a title has none', () => {
  const { title, tells } = overTimeTold({
    signal: says('signal', { says: 'carries over' }),
    overTime: [says('compared')],
  });
  expect([title, kinds(tells)]).toEqual([null, ['compared', 'signal']]);
});
