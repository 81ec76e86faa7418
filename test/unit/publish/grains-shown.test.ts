import { expect, test } from 'vitest';
import { grainsShown } from '../../../src/publish/grains-shown.ts';
import type { MetricEdition } from '../../../src/values/edition.ts';
import type { Grain } from '../../../src/values/period.ts';
import type { PublishedValue } from '../../../src/values/value.ts';
import { followedUp, monthly, published } from '../story/made-up.ts';

const months = published(followedUp, monthly(followedUp, [[17, 20], [18, 20], [19, 20]])); // prettier-ignore
const at = (grain: Grain, rows: readonly PublishedValue[] = months) => rows.map((row) => ({ ...row, grain }));
const one = (values: readonly PublishedValue[]) => ({ metric: followedUp, values }) as unknown as MetricEdition;

test('a reader chooses among the grains that have a line to draw, from fine to coarse', () => {
  expect(grainsShown(one([...months, ...at('week'), ...at('quarter'), ...at('year', months.slice(0, 1))]))).toEqual([
    'week',
    'month',
    'quarter',
  ]);
});

test('with one grain there is nothing to choose', () => {
  expect(grainsShown(one(months))).toEqual([]);
  expect(grainsShown(one(at('all')))).toEqual([]);
});
