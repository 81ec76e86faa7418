import type { Instead, Measure, Wording } from '../../values/agreement.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import type { FieldPath } from '../../values/tree.ts';
import type { Ingredients, MeasureKey, MeasureRow, Subject } from '../measures.ts';
import { measureKeys } from '../measures.ts';
import { typeName } from '../fits.ts';
import { phrases } from '../phrases.ts';
import { readAt, readConditions, type SaidCondition, type Speaking } from '../read-conditions.ts';
import { testReader } from '../read-sentence.ts';
import { fault, isBroken, keyFault } from '../report.ts';
import { readPath } from '../slots/paths.ts';
import type { Path } from '../yaml-places.ts';
import type { SaidMetric, SaidWording } from './metric-schema.ts';
import { stretches, type Stretch } from './stretches.ts';
import { readSubject } from './subject.ts';
import type { TargetForm } from './target-text.ts';
import { readTargets, type Located, type Planning } from './targets.ts';

/** What of a wording is known before its targets and conditions are read. */
export interface Counted {
  readonly key: MeasureKey;
  readonly row: MeasureRow;
  readonly subject: Subject;
  readonly form: TargetForm;
}

/**
 * Today's wording and the earlier ones, the latest first. An entry of the history holds what differed from the wording that came
 * after it; so older entries stay true when a newer one is added. What holds instead for some belongs to what it stands in for: an entry
 * with its own `kept when` has none but its own.
 */
export function readWordings(
  speaking: Speaking,
  said: SaidMetric,
  counted: Counted,
  planning: Planning,
): [Wording, ...Wording[]] {
  const entries = stretches(speaking, said);
  const [today, ...earlier] = entries.map((entry, index) => {
    checkWording(speaking, entry, counted);
    const until = entries.slice(0, index + 1);
    const together = until.slice(until.findLastIndex((one) => one.said['kept when'] !== undefined));
    const inForce: InForce = (key) => lastSaid(key === 'instead for' ? together : until, key);
    return wordingOf(speaking, entry, inForce, counted, planning);
  });
  return [today as Wording, ...earlier];
}

type InForce = <Key extends keyof SaidWording>(key: Key) => Located<NonNullable<SaidWording[Key]>>;

function lastSaid<Key extends keyof SaidWording>(
  entries: readonly Stretch[],
  key: Key,
): Located<NonNullable<SaidWording[Key]>> {
  const entry = entries.findLast((one) => one.said[key] !== undefined);
  return { value: entry?.said[key] ?? undefined, path: [...(entry?.path ?? []), key] };
}

function wordingOf(
  speaking: Speaking,
  { from, until, path }: Stretch,
  inForce: InForce,
  { key, row, subject, form }: Counted,
  planning: Planning,
): Wording {
  const earlier = inForce(key);
  const counts = path.length === 0 ? subject : readSubject(speaking, earlier.value ?? '', earlier.path, row);
  if (counts) checkSame(speaking, earlier.path, subject, counts);
  const conditions = (located: Located<readonly SaidCondition[]>) =>
    readConditions(speaking, located.value, located.path, subject.kind);
  const ingredients: Ingredients = {
    field: (counts ?? subject).field,
    within: inForce('within').value ?? null,
    percent: inForce('percentile').value ?? null,
    countedIn: readWeight(speaking, inForce('counted in'), subject.kind),
  };
  return {
    from,
    until,
    measure: row.make(ingredients) ?? noMeasure,
    term: (counts ?? subject).term,
    kind: subject.kind.name,
    keptWhen: conditions(inForce('kept when')),
    instead: readInstead(speaking, inForce('instead for'), subject.kind),
    exceptWhen: conditions(inForce('except when')),
    ...readTargets(speaking, inForce('target'), inForce('broken'), form, planning),
  };
}

/** Stands in where a fault was told already. */
const noMeasure: Measure = { measure: 'count' };

/** An earlier wording counts the same sort of thing. */
function checkSame(speaking: Speaking, path: Path, today: Subject, then: Subject): void {
  const fix = 'make this a metric of its own';
  if (then.kind.name !== today.kind.name)
    fault(speaking, path, `today it counts ${today.kind.plural}, here ${then.kind.plural}`, fix);
  else if (unitOf(then) !== unitOf(today))
    fault(speaking, path, `today it takes ${unitOf(today)}, here ${unitOf(then)}`, fix);
}

function unitOf({ field }: Subject): string {
  return field ? typeName(field.type) : '';
}

/** Reads by what the records of a share are weighed. */
function readWeight(speaking: Speaking, said: Located<string>, kind: RecordKind): FieldPath | null {
  if (said.value === undefined) return null;
  const weight = readAt(speaking, said.path, said.value, kind, readPath);
  if (!weight || weight.type.is === 'number' || weight.type.is === 'money') return weight;
  fault(
    speaking,
    said.path,
    `"${said.value}" is ${typeName(weight.type)}`,
    'a share is counted in a number or in money',
  );
  return null;
}

/** Reads the sentences that stand as keys, and the conditions of each. */
function readInstead(
  speaking: Speaking,
  said: Located<NonNullable<SaidWording['instead for']>>,
  kind: RecordKind,
): Instead[] {
  const { yaml } = speaking;
  const ofKeys: Speaking = { ...speaking, yaml: { ...yaml, place: (path, offset) => yaml.keyPlace(path, offset) } };
  return Object.entries(said.value ?? {}).flatMap(([sentence, conditions]) => {
    const path = [...said.path, sentence];
    const when = readAt(ofKeys, path, sentence, kind, testReader(phrases));
    const keptWhen = readConditions(speaking, conditions, path, kind);
    return when ? [{ when, keptWhen }] : [];
  });
}

/** Each measure has the keys that it needs, and none that mean nothing with it; so has every earlier wording. */
function checkWording(speaking: Speaking, { said, path }: Stretch, { key, row }: Counted): void {
  const isToday = path.length === 0;
  const tell = (at: string, says: string, fix = '') => keyFault(speaking, [...path, at], says, fix);
  const other = measureKeys.find((one) => one !== key && said[one] !== undefined);
  if (other !== undefined && !isToday)
    tell(other, `today it is "${key}:", here "${other}:"`, 'make this a metric of its own');
  if (isToday && row.judges && !said['kept when'] && !isBroken(speaking, ['kept when']))
    fault(speaking, [key], `"${key}:" needs "kept when:"`, 'say what is counted as good');
  for (const judging of ['kept when', 'instead for', 'counted in'] as const) {
    if (!row.judges && said[judging] !== undefined)
      tell(judging, `"${judging}:" does not go with "${key}:"`, fixes[judging]);
  }
  for (const needed of ['within', 'percentile'] as const) {
    const needs = row.needs.includes(needed);
    if (isToday && needs && said[needed] === undefined && !isBroken(speaking, [needed]))
      fault(speaking, [key], `"${key}:" needs "${needed}:"`, fixes[needed]);
    if (!needs && said[needed] !== undefined) tell(needed, `"${needed}:" does not go with "${key}:"`);
  }
}

const fixes = {
  'kept when': 'say what counts in a term',
  'instead for': 'say what counts in a term',
  'counted in': 'it goes with "share of:" and "conversion of:"',
  within: 'say how long it may take: "within: 90 days"',
  percentile: 'say which one: "percentile: 90"',
} as const;
