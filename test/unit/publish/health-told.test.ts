import { expect, test } from 'vitest';
import { healthFile, healthTold } from '../../../src/publish/health-told.ts';
import { unclaimedSaid } from '../../../src/story/locale/en/health.ts';
import { contradictionSorts } from '../../../src/values/health.ts';
import { edition, metric, value } from './small-edition.ts';

const small = edition([metric('followed-up')], [value('followed-up')]);
const lacks = { sort: 'lacks', kind: 'lead', fields: ['source'], count: 84, of: 100 } as const;
const well = { sort: 'below zero', kind: 'activity', fields: ['duration'], count: 0, of: 9 } as const;
const made = { ...small, account: { ...small.account, health: [well, lacks] } };

test('only what was found is told, with what is wrong and what to do', () => {
  const { told, well: clean } = healthTold(made);
  expect(told.map(({ id, says, move, list }) => [id, says, move, list])).toEqual([
    ['mend-lacks-lead-source', 'lead without an entry for source', 'Fill in the field; its owner knows best.', null],
  ]);
  expect(clean).toBe(1);
});

test('a contradiction is told as what contradicts what', () => {
  const sorts = contradictionSorts.map((sort) => ({ sort, kind: 'opportunity', fields: [], count: 2, of: 9 }));
  const { told } = healthTold({ ...small, account: { ...small.account, health: sorts } });
  expect(told.map(({ says, move }) => `${says}. ${move}`)).toEqual([
    'opportunity in another stage than the last move of their history led to. Set the right stage once more, so that the history tells it too.',
    'opportunity called won that never were in a stage of won deals. Correct the stage, or that it is won.',
    'opportunity with a status of converted leads, never converted. Convert the lead, or correct its status.',
  ]);
});

test('programs get every check; keys stand in the managers’ edition only', () => {
  expect(healthFile(made).checks).toEqual([
    { ...well, metrics: [] },
    { ...lacks, metrics: [] },
  ]);
  const cases = [{ key: 'L1', link: 'https://crm.example/L1', cells: [] }];
  const managers = { ...made, kind: 'managers' as const, mend: [{ ...lacks, columns: [], cases }] };
  expect(healthFile(managers).checks[1]).toEqual({
    ...lacks,
    metrics: [],
    records: [{ key: 'L1', link: 'https://crm.example/L1' }],
  });
});

test('values that no definition names are said in one line, the three newest', () => {
  const found = ['TikTok', 'Radio', 'Fair', 'Cold'].map((name) => ({
    kind: 'lead',
    field: 'source',
    value: name,
    count: 84,
    lately: 3,
  }));
  expect(unclaimedSaid(found.slice(0, 1), { kinds: [] })).toBe(
    'In no definition: 84 lead with the source “TikTok”. The page of data lists them.',
  );
  expect(unclaimedSaid(found, { kinds: [] })).toMatch(/“Fair” and 1 more value\. /);
});
