/** What is new since the last time, of all numbers together. */
import type { Statement } from '../values/statement.ts';
import { nothingNewBrief, nothingNewWords } from './locale/en/since.ts';
import { since } from './statements/kinds.ts';
import { sinceAgreed, sinceDefined } from './statements/since-agreed.ts';
import { sinceMark } from './statements/since-mark.ts';
import { sinceNumber } from './statements/since-number.ts';
import { atAllLengths, state, type OwnFacts, type StatementKind } from './statements/statement-kind.ts';
import type { Subject } from './subject.ts';

/** More would not be read. */
const mostNew = 5;

/** Numbers themselves are told of the headline page and of promises only; what was agreed and judged, of all. */
const tells = ({ metric }: Subject, kind: StatementKind) =>
  kind !== sinceNumber || metric.headline !== null || metric.promise !== null;

const newOf = (subject: Subject): Statement | null => {
  for (const kind of since) {
    const said = tells(subject, kind) ? state(kind, subject) : null;
    if (said) return said;
  }
  return null;
};

/** What a reader should hear first: marks that turned for the worse, what is agreed, other marks, then numbers: of periods that are over before those that run. */
function placeOf({ kind, facts }: Statement): number {
  if (kind === sinceMark.kind) return facts['mark'] === 'kept' ? 3 : 0;
  if (kind === sinceDefined.kind) return 1;
  if (kind === sinceAgreed.kind) return 2;
  return facts['state'] === 'so far' ? 5 : 4;
}

/** At most five lines, one a number, the most important first; the headline numbers before others. */
export function sinceOf(subjects: readonly Subject[]): Statement[] {
  const day = subjects.find(({ before }) => before !== null)?.before?.day;
  if (day === undefined) return [];
  const headline = (slug: string) => subjects.find(({ metric }) => metric.slug === slug)?.metric.headline ?? Infinity;
  const told = subjects
    .map(newOf)
    .filter((statement) => statement !== null)
    .toSorted((one, other) => placeOf(one) - placeOf(other) || compare(headline(one.subject), headline(other.subject)));
  return told.length > 0 ? told.slice(0, mostNew) : [nothingNew(day)];
}

const compare = (one: number, other: number) => (one === other ? 0 : one - other);

/** That nothing is. Where all sentences are about. */
export const nothingSince = {
  kind: 'nothing since',
  numbers: {},
  directions: () => ['none'],
} as const satisfies OwnFacts<null> & { kind: string };

const nothingNew = (day: string): Statement =>
  atAllLengths(
    { kind: nothingSince.kind, subject: 'all', facts: { day }, words: nothingNewWords(day) },
    nothingNewBrief(day),
    '',
  );
