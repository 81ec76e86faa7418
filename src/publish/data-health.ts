/** What is to be mended where data is entered, so that more of it counts: faults of a kind together, with where they lie. */
import {
  dataHealth as en,
  fieldOf,
  filesBehind,
  linksNowhere,
  manyAt,
  mendBy,
  notCountable,
  pullsCutShort,
  turnedAwayFor,
  without,
} from '../story/locale/en/data-health.ts';
import { undated } from '../story/statements/undated.ts';
import { localDay, nounsOf } from '../story/subject.ts';
import type { Edition } from '../values/edition.ts';
import type { RejectedRow } from '../values/rows.ts';
import { subjectFor } from './materials.ts';
import { mendFirstOf } from './mend-first.ts';
import { pullsAmiss } from './pulls-of.ts';
import { rejectedByReason } from './rejected.ts';
import { saidOf } from './said-of.ts';

/** One kind of fault. */
export interface ToMend {
  readonly sort: keyof typeof mendBy;
  /** How many there are; `says` goes on from it: 12, 'rows turned away: a value is no day of the calendar'. */
  readonly count: number;
  readonly says: string;
  /** The places, those with most first. */
  readonly where: readonly string[];
  readonly move: string;
  /** Where the page, or the site, lists them. */
  readonly see: { readonly path: string; readonly says: string };
}

export interface DataHealth {
  /** What to mend first, without a full stop; or that all is well. */
  readonly title: string;
  /** Whose move that is and what to do, in sentences. */
  readonly lead: string;
  readonly toMend: readonly ToMend[];
}

/** What the page of data says before its tables. Faults in the order in which they take records from the numbers. */
export function dataHealthOf(edition: Edition): DataHealth {
  const toMend = [
    ...pullsToMend(edition),
    ...rejectedOf(edition),
    ...undatedOf(edition),
    ...missingOf(edition),
    ...linksOf(edition),
    ...filesOf(edition),
  ];
  return { ...mendFirstOf(edition, toMend), toMend };
}

function pullsToMend(edition: Edition): ToMend[] {
  const amiss = pullsAmiss(edition);
  if (amiss.length === 0) return [];
  const where = amiss.map(({ connection, last }) => [connection, ...last.says].join(': '));
  const says = pullsCutShort(amiss.length);
  return [{ sort: 'pulls', count: amiss.length, says, where, move: mendBy.pulls, see: here('pulls', en.pulls) }];
}

const here = (id: string, says: string) => ({ path: `/data/#${id}`, says });

function rejectedOf({ account }: Edition): ToMend[] {
  return rejectedByReason(account).groups.map(({ reason, count }) => ({
    sort: 'rejected',
    count,
    says: turnedAwayFor(count, reason),
    where: placesOf(account.rejected.filter((row) => row.reason === reason)),
    move: mendBy.rejected,
    see: here('rejected', en.rows),
  }));
}

function placesOf(rows: readonly RejectedRow[]): string[] {
  const places = Map.groupBy(rows, ({ file, column }) => `${file} ${column}`.trimEnd());
  return [...places]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([place, all]) => manyAt(place, all.length));
}

function undatedOf(edition: Edition): ToMend[] {
  const said = saidOf(edition);
  return edition.metrics.flatMap((one): ToMend[] => {
    const count = said(one.metric.slug, undated)?.facts['records'];
    if (typeof count !== 'number') return [];
    const nouns = nounsOf(subjectFor(edition, one));
    return [
      {
        sort: 'undated',
        count,
        says: without(count === 1 ? nouns.one : nouns.many),
        where: [one.metric.title],
        move: mendBy.undated,
        see: { path: `/metrics/${one.metric.slug}/`, says: en.metrics },
      },
    ];
  });
}

function missingOf({ metrics }: Edition): ToMend[] {
  const missing = metrics.filter(({ metric }) => metric.missing.length > 0);
  const [count, where] = [missing.length, missing.map(({ metric }) => metric.title)];
  if (count === 0) return [];
  const see = here('not-countable', en.links);
  return [{ sort: 'missing', count, says: notCountable(count), where, move: mendBy.missing, see }];
}

function linksOf({ account, catalogue }: Edition): ToMend[] {
  const links = account.links
    .filter(({ notFound }) => notFound > 0)
    .toSorted((one, other) => other.notFound - one.notFound);
  const count = links.reduce((sum, { notFound }) => sum + notFound, 0);
  if (count === 0) return [];
  const pluralOf = (kind: string) => catalogue.kinds.find((one) => one.name === kind)?.plural ?? kind;
  const where = links.map(({ kind, field, notFound }) => manyAt(fieldOf(pluralOf(kind), field), notFound));
  return [{ sort: 'links', count, says: linksNowhere(count), where, move: mendBy.links, see: here('links', en.links) }];
}

/** Files of an earlier day than the newest: whoever pulls them all together has missed one. */
function filesOf({ account: { files }, agreement: { company } }: Edition): ToMend[] {
  const dated = files.flatMap(({ file, asOf }) =>
    asOf === null ? [] : [{ file, day: localDay(asOf, company.timeZone) }],
  );
  const newest = dated.reduce((last, { day }) => (day > last ? day : last), '');
  const behind = dated.filter(({ day }) => day < newest);
  const [count, where] = [behind.length, behind.map(({ file }) => file)];
  if (count === 0) return [];
  return [{ sort: 'files', count, says: filesBehind(count), where, move: mendBy.files, see: here('fresh', en.files) }];
}
