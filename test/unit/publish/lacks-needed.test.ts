import { expect, test } from 'vitest';
import { lacksNeeded } from '../../../src/publish/lacks-needed.ts';
import type { RecordKind } from '../../../src/values/catalogue.ts';
import type { HealthFinding } from '../../../src/values/health.ts';
import type { FieldPath } from '../../../src/values/tree.ts';
import { edition, metric, value } from './small-edition.ts';

const path = (field: string, links: readonly string[] = []): FieldPath => ({
  from: 'handover',
  links,
  field,
  type: { is: 'text' },
  figure: false,
});
const kind = (name: string, fields: RecordKind['fields']): RecordKind => ({
  name,
  plural: `${name}s`,
  table: name,
  fields,
  happens: '',
  related: [],
  sequence: null,
  history: null,
  means: '',
});
const link = { name: 'lead', column: 'lead', type: { is: 'link', to: 'lead' }, mapped: true, means: '' } as const;
const catalogue = { kinds: [kind('handover', [link]), kind('lead', [])] };

const lacks = (field: string, count: number): HealthFinding => ({
  sort: 'lacks',
  kind: 'lead',
  fields: [field],
  count,
  of: 5000,
});
const small = edition([metric('followed-up')], [value('followed-up')]);
const found = (...health: HealthFinding[]) => ({ ...small, catalogue, account: { ...small.account, health } });

test('a metric leads to the records that lack what it needs, along the links to them', () => {
  const needs = [path('source', ['lead'])];
  expect(lacksNeeded(found(lacks('owner', 3), lacks('source', 1204)), metric('followed-up', { needs }))).toEqual([
    { path: '/data/#mend-lacks-lead-source', says: '1,204 leads without an entry for source' },
  ]);
  expect(lacksNeeded(found(lacks('source', 1)), metric('followed-up', { needs }))).toEqual([
    { path: '/data/#mend-lacks-lead-source', says: '1 lead without an entry for source' },
  ]);
});

test('nothing is said where nothing lacks, where another kind lacks it, where nothing is needed, or where no check looks', () => {
  const of = (needs: readonly FieldPath[], ...health: HealthFinding[]) =>
    lacksNeeded(found(...health), metric('followed-up', { needs }));
  expect(of([path('source', ['lead'])], lacks('source', 0))).toEqual([]);
  expect(of([path('source')], lacks('source', 9))).toEqual([]);
  expect(of([], lacks('source', 9))).toEqual([]);
  expect(of([path('company size', ['lead'])], lacks('source', 9))).toEqual([]);
});
