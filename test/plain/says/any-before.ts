/** What stood of a company's metrics a week ago, drawn by chance: mostly as now, sometimes another number, mark, or definition. */
import type { Material } from '../../../src/story/subject.ts';
import type { Before, ToldRow } from '../../../src/values/told.ts';
import type { Mark, PublishedValue } from '../../../src/values/value.ts';
import { rawOf } from './raw.ts';
import type { Random } from './random.ts';

const marks: readonly [Mark, ...Mark[]] = [
  { mark: 'kept', why: null },
  { mark: 'slipping', why: null },
  { mark: 'broken', why: null },
  { mark: 'none', why: 'too early' },
  { mark: 'none', why: 'waiting for agreement' },
];

/** Seven days before `today`. */
const weekBefore = (today: string) =>
  new Date(Date.parse(`${today}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10);

/** The same materials, of half of all companies with what stood before. */
export function withBefore(materials: readonly Material[], today: string, random: Random): Material[] {
  const still = random.often(10);
  if (random.often(40)) return [...materials];
  return materials.map((material) => {
    const rows = random.often(10) ? [] : rowsOf(material, today, still, random);
    const before: Before | null = rows.length > 0 ? { day: weekBefore(today), rows } : null;
    return { ...material, before };
  });
}

function rowsOf(material: Material, today: string, still: boolean, random: Random): ToldRow[] {
  const { latest, running, series } = rawOf({ ...material, today, restated: [], stretches: [], targets: [], bridge: null, distribution: null, before: null });
  const earlier = latest ? series[series.indexOf(latest) - 1] : undefined;
  const told = (row: PublishedValue | null | undefined, state: ToldRow['state']): ToldRow[] =>
    row ? [toldOf(material, row, state, still ? null : random, today)] : [];
  // In one week of four the newest period still ran.
  const turned = !still && random.often(25);
  const before = turned ? [...told(earlier, 'over'), ...told(latest, 'so far')] : [...told(latest, 'over'), ...told(running, 'so far')];
  const other = !still && random.often(10) ? 'other' : material.metric.seal;
  return before.map((row) => ({ ...row, seal: other }));
} // prettier-ignore

function toldOf({ metric }: Material, row: PublishedValue, state: ToldRow['state'], random: Random | null, today: string): ToldRow {
  const part = random?.one([1, 1, 0.5, 0.9, 0]) ?? 1;
  const whole = ['money', 'records', 'day'].includes(metric.unit.unit);
  const value = row.value === null ? null : whole ? Math.round(row.value * (metric.unit.unit === 'day' ? 1 : part)) : row.value * part;
  const { grain, period, target } = row;
  const mark = random?.often(60) ? random.one(marks) : row.mark;
  const waiting = random?.often(30) ? random.whole(0, 12) : row.waiting;
  return { day: weekBefore(today), metric: metric.slug, grain, period, state, value, target, mark: state === 'over' ? mark : { mark: 'none', why: 'too early' }, waiting, unit: '', seal: metric.seal };
} // prettier-ignore
