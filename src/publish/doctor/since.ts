import { numberOfDay } from '../../calendar/local-date.ts';
import { derivedFrom } from '../../records/derive/derive-records.ts';
import { isOnlyLookedUp } from '../../records/facts.ts';
import type { Uses } from '../../agreement/uses.ts';
import type { FieldFullness } from '../../store/fullness.ts';
import type { Day } from '../../values/period.ts';
import { ofSomeOnly, type Examined } from './examined.ts';

/** What begins less than this many days after the records is no later than they are. */
const daysLater = 28;

/** So many records must be missed before something is said to begin later: by chance none of five comes once in a hundred and fifty times. */
const missedAtLeast = 5;

/** From when on something is there. */
export interface Beginning {
  readonly day: Day;
  /** Why then, where records are there before: `the history of leads begins`. */
  readonly why: string | null;
}

/**
 * The first day from which the records of a kind, and all that is read with them, are there: a history that begins later than what it is the history
 * of, a field that was first filled later. What was never recorded before, although at its later rate it should have been at least five times, began later;
 * what is rare did not. Null where no moment tells.
 */
export function sinceOf(kind: string, uses: Uses, examined: Examined): Beginning | null {
  const derived = derivedFrom(examined.sources);
  const origins = derived.get(kind) ?? [];
  const kinds = new Set([...uses.kinds].flatMap((name) => [name, ...(derived.get(name) ?? [])]).concat(origins));
  const begins = beginOf(kind, examined);
  const start = [begins, ...origins.filter(datesItself).map((name) => beginOf(name, examined))]
    .filter((day) => day !== null)
    .toSorted()[0];
  if (start === undefined) return null;
  const late = [
    ...[...kinds].flatMap((name) => (name === kind ? [] : (lateKind(name, start, examined) ?? []))),
    ...[...uses.fields].flatMap((name) => lateField(name, start, examined) ?? []),
  ];
  const latest = late.toSorted((one, other) => numberOfDay(one.day) - numberOfDay(other.day)).at(-1);
  if (!latest) return { day: begins ?? start, why: null };
  // Records that are made out of a history begin a little after it: it is the history that they wait for.
  const after = begins === null ? 0 : numberOfDay(begins) - numberOfDay(latest.day);
  if (begins === null || after <= 0) return latest;
  return { day: begins, why: after < daysLater ? latest.why : null };
}

/** Records that are only looked up may all be old. */
const datesItself = (name: string): boolean => !isOnlyLookedUp(name);

/** The day of the first record of a kind. */
function beginOf(name: string, { catalogue, fullness, dayOf }: Examined): Day | null {
  const happens = catalogue.kinds.find((kind) => kind.name === name)?.happens ?? '';
  const first = fullness.get(name)?.fields.get(happens)?.first ?? null;
  return first === null ? null : dayOf(first);
}

function lateKind(name: string, start: Day, examined: Examined): Beginning | null {
  const day = datesItself(name) ? beginOf(name, examined) : null;
  const { records = 0, last = null } = examined.fullness.get(name) ?? {};
  if (day === null || last === null) return null;
  const missed = numberOfDay(day) - numberOfDay(start);
  const known = Math.max(1, numberOfDay(examined.dayOf(last)) - numberOfDay(day));
  if (missed < daysLater || (records / known) * missed < missedAtLeast) return null;
  const plural = examined.catalogue.kinds.find((kind) => kind.name === name)?.plural ?? name;
  return { day, why: `${historyOf.get(name) ?? plural} ${historyOf.has(name) ? 'begins' : 'begin'}` };
}

/** Kinds that hold the history of another. */
const historyOf: ReadonlyMap<string, string> = new Map([
  ['field change', 'the history of leads'],
  ['ownership', 'the history of owners'],
  ['stage change', 'the history of deals'],
]);

/** What every record should have, or what has happened. What is planned is taken out again once it is over. */
function lateField(name: string, start: Day, { fullness, dayOf, catalogue }: Examined): Beginning | null {
  const [kind = '', field = ''] = name.split("'s ");
  const { records = 0 } = fullness.get(kind) ?? {};
  const found = fullness.get(kind)?.fields.get(field);
  const type = catalogue.kinds.find((one) => one.name === kind)?.fields.find((one) => one.name === field)?.type;
  const isPlan = type?.is === 'moment' && type.may === 'be a plan';
  if (isPlan || ofSomeOnly.has(field) || !datesItself(kind) || !found || found.first === null) return null;
  const day = dayOf(found.first);
  if (numberOfDay(day) - numberOfDay(start) < daysLater || !shouldHaveBeen(found, records)) return null;
  return { day, why: `${name} is first filled` };
}

/** Whether a field that is filled as often as later would have been filled before, too. */
function shouldHaveBeen({ filled, before }: FieldFullness, records: number): boolean {
  return (filled / Math.max(1, records - before)) * before >= missedAtLeast;
}
