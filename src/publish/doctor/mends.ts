import { switchFor } from '../../records/switches/switches-for.ts';
import type { Crm } from '../../records/switches/switch.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Diagnosis } from './examined.ts';

/** A switch in a CRM, and the metrics that wait for it. */
export interface Mend {
  readonly crm: Crm;
  /** What is missing and it brings: `stage changes`. */
  readonly brings: readonly string[];
  readonly turn: string;
  readonly begins: string;
  /** Slugs of the metrics that it makes countable by itself. */
  readonly alone: readonly string[];
  /** Slugs of those that need others, too. */
  readonly withOthers: readonly string[];
}

/** What a CRM must bring before the metrics that can't be counted can be, those that are switched off for it too: what mends most by itself first, then what has a part in most. */
export function mendsIn(crm: Crm, diagnoses: readonly Diagnosis[], catalogue: Catalogue): Mend[] {
  const mends = new Map<string, Mend>();
  for (const { slug, missing } of diagnoses) {
    const asked = missing.map((what) => ({ what, ...mendOf(crm, what, catalogue) }));
    const isAlone = new Set(asked.map(({ turn }) => turn)).size === 1;
    for (const { what, turn, begins } of asked) {
      const { brings = [], alone = [], withOthers = [] } = mends.get(turn) ?? {};
      mends.set(turn, {
        crm,
        turn,
        begins,
        brings: added(brings, what),
        alone: isAlone ? added(alone, slug) : alone,
        withOthers: isAlone ? withOthers : added(withOthers, slug),
      });
    }
  }
  return [...mends.values()].toSorted(
    (one, other) =>
      other.alone.length - one.alone.length ||
      other.withOthers.length - one.withOthers.length ||
      (one.turn < other.turn ? -1 : 1),
  );
}

const added = (list: readonly string[], one: string): string[] => [...new Set([...list, one])];

/** The CRM's own switch; else what is looked for, in our words. */
export function mendOf(crm: Crm, what: string, catalogue: Catalogue): Pick<Mend, 'turn' | 'begins'> {
  if (what.startsWith(hourOf)) return mendOfHour(what.slice(hourOf.length));
  const known = switchFor(crm, what, catalogue);
  if (known) return known;
  const [kind, field] = what.split("'s ");
  const found = catalogue.kinds.find(({ name, plural }) => name === kind || plural === what);
  const means = found?.fields.find(({ name }) => name === field)?.means ?? found?.means;
  const turn = `map ${what}${means === undefined ? '' : ` (${means})`}: a column or a file that holds it, or a field that you add`;
  return { turn, begins: 'counts from the first record that has it' };
}

/** Begins what is missing of a moment of which only the day is known. */
const hourOf = 'the hour of ';

function mendOfHour(field: string): Pick<Mend, 'turn' | 'begins'> {
  return {
    turn: `map ${field}, or what it is made of, from a column that holds the time of day too, and leave "is: day" away there`,
    begins: 'counts from the first record that has it',
  };
}
