/** Bounds by brute force: every way in which a record's empty fields could be filled, and every choice of these for all records. */
import { factOf, type Fact } from './plain-facts.ts';
import { resultOf } from './plain-measures.ts';
import { ofPath } from './plain-values.ts';
import { follow, recordsOf, type Cell, type PlainRow, type Sight, type Standing } from './plain-world.ts';
import { existed } from './plain-fields.ts';
import type { Metric, Wording } from '../../src/values/agreement.ts';
import type { Day } from '../../src/values/period.ts';
import type { FieldPath } from '../../src/values/tree.ts';

/** What a record could be in a metric if its empty fields were filled. Null: not counted. */
export interface Possible {
  readonly key: string;
  /** Local date of its `by` moment. */
  readonly day: Day | null;
  readonly could: readonly (Fact | null)[];
}

/** Undefined: not told here. */
export interface Bounds {
  readonly low: number | null | undefined;
  readonly high: number | null | undefined;
}

const untold: Bounds = { low: undefined, high: undefined };

/** More choices than this are not tried. */
const most = 3000;

/** The records that lack a needed field, of their own or of one that a link leads to, with all that they could be. */
export function lackingIn(metric: Metric, sight: Sight, inForce: Wording | null): Possible[] {
  const kinds = new Set(metric.wordings.map(({ kind }) => kind));
  const records = [...kinds].flatMap((kind) => recordsOf(sight, kind)).filter(existed);
  return records.flatMap((at) => {
    const empty = metric.needs.filter((path) => ofPath(at, path).known === null);
    if (empty.length === 0 || !at.row) return [];
    const ways = fillings(empty, fillersIn(sight.world.agreement));
    const could = ways.map((way) => factOf(metric, way.reduce(filled, at), inForce));
    const [counted] = [factOf(metric, at, inForce), ...could].filter((one) => one !== null);
    return counted ? [{ key: at.row.key, day: counted.day, could }] : [];
  });
}

/** An empty field with what it is filled with. */
interface Filling {
  readonly path: FieldPath;
  readonly cell: Cell;
}

/** The record, in a world in which a field is filled: its own, or that of the record that links lead to, where they find one. */
function filled(at: Standing, { path: { links, field }, cell }: Filling): Standing {
  const { kind, row } = follow(at, links);
  if (!row) return at;
  const whole: PlainRow = { ...row, cells: { ...row.cells, [field.replaceAll(' ', '_')]: cell } };
  const { world } = at.sight;
  const rows = (world.rows[kind.name] ?? []).map((one) => (one.key === row.key ? whole : one));
  const sight = { ...at.sight, world: { ...world, rows: { ...world.rows, [kind.name]: rows } } };
  return { ...at, row: links.length === 0 ? whole : at.row, sight };
}

function fillings(empty: readonly FieldPath[], fillers: Fillers): Filling[][] {
  return empty.reduce<Filling[][]>(
    (ways, path) => {
      const { is } = path.type;
      const choices: readonly Cell[] = is === 'number' ? fillers.numbers : is === 'yes-no' ? [0, 1] : fillers.texts;
      return ways.flatMap((way) => choices.map((cell) => [...way, { path, cell }]));
    },
    [[]],
  );
}

interface Fillers {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
}

/** Every constant of the agreement, what lies between and beyond the numbers, words in each other's company, and a text that is none. */
function fillersIn(agreement: unknown): Fillers {
  const texts = new Set<string>();
  const numbers = new Set<number>();
  const words = new Set<string>();
  JSON.stringify(agreement, (key, value: unknown) => {
    if (key === 'text' && typeof value === 'string') texts.add(value);
    if (key === 'number' && typeof value === 'number') numbers.add(value);
    if (key === 'parts' && Array.isArray(value)) for (const one of value) words.add(String(one));
    if (key === 'choices' && Array.isArray(value)) for (const one of value) texts.add(String(one));
    return value;
  });
  const sorted = [...numbers, 0].toSorted((one, other) => one - other);
  const together = [...words].reduce<string[]>(
    (so, word) => [...so, ...so.map((one) => `${one} ${word}`.trim())],
    [''],
  );
  return {
    texts: [...texts, ...together.filter((one) => one !== ''), ...together.map((one) => `qqq ${one}`)],
    numbers: [...sorted.flatMap((one) => [one - 0.25, one, one + 0.25]), 1e9, -1e9],
  };
}

/** The least and the greatest value of a group over all choices; undefined where there are too many to try. */
export function boundsOf(metric: Metric, group: readonly Fact[], lacking: readonly Possible[]): Bounds {
  const { measure } = metric.wordings[0];
  if (!['count', 'sum', 'share', 'conversion'].includes(measure.measure) || lacking.length === 0)
    return { low: null, high: null };
  // What was there at a start and is judged at an end has no bounds.
  if (metric.asOf === 'period start' && measure.measure === 'share') return { low: null, high: null };
  // Of amounts below zero queries tell no bounds of a share.
  const isShare = measure.measure === 'share' || measure.measure === 'conversion';
  const all = [...group, ...lacking.flatMap(({ could }) => could)];
  if (isShare && all.some((one) => Number(one?.amount ?? 0) < 0)) return untold;
  const keys = new Set(lacking.map(({ key }) => key));
  const choices = lacking.map(({ could }) => [...Map.groupBy(could, kindOf).values()].map(([one]) => one ?? null));
  if (choices.reduce((product, of) => product * of.length, 1) > most) return untold;
  const others = group.filter(({ at }) => !keys.has(at.row?.key ?? ''));
  if (all.some((one) => one?.unpriced)) return { low: null, high: null };
  const worlds = choices.reduce<Fact[][]>(
    (so, of) => so.flatMap((facts) => of.map((one) => (one ? [...facts, one] : facts))),
    [others],
  );
  const values = worlds.flatMap((facts) => resultOf(measure, facts).value ?? []);
  return values.length === 0 ? { low: null, high: null } : { low: Math.min(...values), high: Math.max(...values) };
}

/** What tells facts of one record apart in a value. */
const kindOf = (fact: Fact | null): string => (fact === null || fact.waits ? 'out' : fact.kept ? 'kept' : 'late');
