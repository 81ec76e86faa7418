import { expect, test } from 'vitest';
import { checkEdition } from '../../../../src/story/check/check-edition.ts';
import { findingsOf, verdictOf } from '../../../../src/story/verdict-of.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { Material } from '../../../../src/story/subject.ts';
import { accepted, agreement as madeUp, delivered, monthly, published, reading } from '../made-up.ts';

const kept = { ...delivered, pairedWith: accepted.slug };
const agreement = { ...madeUp, metrics: [kept, accepted] };
const material = (metric: Metric, ...rows: Parameters<typeof monthly>[1]): Material => ({
  metric,
  agreement,
  values: published(metric, monthly(metric, rows)),
  reading: reading(metric),
});
const materials = [material(kept, 30), material(accepted, [11, 24])];
const [finding, ...others] = findingsOf(materials);
const wrongWith = (changed: Partial<NonNullable<typeof finding>>) =>
  finding ? checkEdition(verdictOf(materials), [{ ...finding, ...changed }, ...others], materials) : [];

test('that a kept promise has a pair that is off speaks of its own mark too', () => {
  expect(finding?.but?.facts).toMatchObject({ keeps: kept.slug, mark: 'broken' });
  expect(wrongWith({})).toEqual([]);
  const told = wrongWith({ mark: { mark: 'slipping', why: null } }).map(({ statement }) => statement.kind);
  expect(told).toContain('but');
});

test('of a metric that it is no pair of, nothing is said', () => {
  const but = finding?.but ?? null;
  const other = but && { ...but, facts: { ...but.facts, keeps: accepted.slug } };
  expect(wrongWith({ but: other }).map(({ why }) => why)).toContain('its facts do not hold');
});
