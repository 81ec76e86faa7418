/** What changed, by day: definitions, signatures, numbers that read otherwise than when they closed, notes and decisions. */
import { compareText } from '../agreement/compare-text.ts';
import { checkAgainst } from '../story/check/check-statement.ts';
import { groundOf, type Ground } from '../story/check/ground.ts';
import { monthAndYear } from '../story/locale/en/forms.ts';
import { changeNames as en } from '../story/locale/en/changes.ts';
import { lastReview } from '../story/meeting/meeting.ts';
import { isRestated, restatement } from '../story/statements/restatement.ts';
import { state } from '../story/statements/statement-kind.ts';
import { localDay } from '../story/subject.ts';
import type { Metric } from '../values/agreement.ts';
import type { Note } from '../values/note.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Signature } from '../values/parties.ts';
import type { Day } from '../values/period.ts';
import type { Statement } from '../values/statement.ts';
import { decisionTold, type DecisionTold } from './decisions.ts';
import { teamsInWords } from './agreed-words.ts';
import { materialOf } from './materials.ts';
import { paragraphsOf } from './metric-notes.ts';
import { wordingChanges, type TextChange } from './wording-changes.ts';

/** One line of the log. */
export interface Change {
  /** Its anchor. */
  readonly id: string;
  readonly day: Day;
  readonly sort: 'definition' | 'signature' | 'restatement' | 'note' | 'decision' | 'review';
  readonly title: string;
  /** What the metrics' owners wrote, a paragraph each. */
  readonly text: readonly string[];
  readonly metrics: readonly Pick<Metric, 'slug' | 'title'>[];
  /** Of a definition: what was replaced by what. */
  readonly replaced: readonly TextChange[];
  readonly says: Statement | null;
  readonly decision: DecisionTold | null;
}

export interface ChangesOfMonth {
  readonly id: string;
  /** `October 2026`. */
  readonly name: string;
  readonly changes: readonly Change[];
}

export interface ChangesPage {
  /** How many there were since the last review, without a full stop. */
  readonly title: string;
  /** The last months, newest first. */
  readonly recent: readonly ChangesOfMonth[];
  /** What lies further back, by year. */
  readonly earlier: readonly {
    readonly year: string;
    readonly name: string;
    readonly months: readonly ChangesOfMonth[];
  }[];
}

/** So many months stand open: a year and the month that runs. */
const openMonths = 13;

/** Of what came on one day. */
const order: readonly Change['sort'][] = ['review', 'decision', 'note', 'definition', 'signature', 'restatement'];

const nothing = { text: [], metrics: [], replaced: [], says: null, decision: null } as const;

/** The log, newest first. */
export function changesPage(edition: Edition): ChangesPage {
  const today = localDay(edition.asOf, edition.agreement.company.timeZone);
  const ground = groundOf(edition.metrics.map((one) => materialOf(edition, one)));
  const changes = [
    ...edition.metrics.flatMap(({ metric }) => definitionChanges(metric)),
    ...signatureChanges(edition),
    ...edition.metrics.flatMap((one) => restatements(one, ground, today)),
    ...edition.agreement.notes.map((note) => noteChange(note, edition, ground, today)),
  ].toSorted(
    (one, other) =>
      compareText(other.day, one.day) ||
      order.indexOf(one.sort) - order.indexOf(other.sort) ||
      compareText(one.id, other.id),
  );
  const months = [...Map.groupBy(changes, ({ day }) => day.slice(0, 7))].map(([month, of]) => ({
    id: `in-${month}`,
    name: monthAndYear(`${month}-01`),
    changes: of,
  }));
  const first = monthsBefore(today, openMonths - 1);
  const years = Map.groupBy(
    months.filter(({ id }) => id < `in-${first}`),
    ({ id }) => id.slice(3, 7),
  );
  const last = lastReview(edition.agreement, today);
  return {
    title: last ? en.since(changes.filter(({ day }) => day > last.on).length, last.on) : en.name,
    recent: months.filter(({ id }) => id >= `in-${first}`),
    earlier: [...years].map(([year, of]) => ({ year, name: en.earlier(year, first.startsWith(year)), months: of })),
  };
}

/** `2025-11` for 12 months before a day of November 2026. */
function monthsBefore(day: Day, months: number): string {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

const named = ({ slug, title }: Metric) => [{ slug, title }];

/** A wording that took the place of another one, from the day that it holds. */
function definitionChanges(metric: Metric): Change[] {
  return wordingChanges(metric).map(({ from, replaced }) => ({
    ...nothing,
    id: `wording-${metric.slug}-${from}`,
    day: from,
    sort: 'definition',
    title: en.newWording(metric.title),
    metrics: named(metric),
    replaced,
  }));
}

interface Signed {
  readonly metric: Metric;
  readonly signature: Signature;
}

/** What one person agreed to on one day, in one way. */
function signatureChanges({ agreement, metrics }: Edition): Change[] {
  const all = metrics.flatMap(({ metric }) => metric.signatures.map((signature): Signed => ({ metric, signature })));
  const keyOf = ({ signature: { on, team, by, how } }: Signed) => [on, team, by, how].join('\n');
  return [...Map.groupBy(all, keyOf).values()].flatMap((signed, index): Change[] => {
    const { team, by, on, how, recordedBy } = signed[0]?.signature ?? {};
    if (team === undefined || by === undefined || on === undefined) return [];
    return [
      {
        ...nothing,
        id: `signed-${on}-${team}-${index + 1}`,
        day: on,
        sort: 'signature',
        title: en.agreedFor(
          by,
          teamsInWords([team], agreement),
          signed.length === 1 ? (signed[0]?.metric.title ?? '') : '',
        ),
        text: [en.signedHow(how ?? '', recordedBy ?? '')],
        metrics: signed.flatMap(({ metric }) => named(metric)),
      },
    ];
  });
}

/** Periods whose number is another today: when it moved nobody wrote down, so they stand on the day of the data. */
function restatements({ metric, values }: MetricEdition, ground: Ground | null, today: Day): Change[] {
  const subject = ground?.about(metric.slug)?.subject;
  if (!ground || !subject) return [];
  return values.filter(isRestated).flatMap((row): Change[] => {
    const says = state(restatement, subject, row.period);
    if (!says || checkAgainst(says, ground).length > 0) return [];
    const id = `restated-${metric.slug}-${row.period}`;
    return [
      {
        ...nothing,
        id,
        day: today,
        sort: 'restatement',
        title: en.restated(metric.title),
        metrics: named(metric),
        says,
      },
    ];
  });
}

function noteChange(note: Note, { agreement, metrics }: Edition, ground: Ground | null, today: Day): Change {
  const decision = decisionTold(note, { metrics, ground, today });
  return {
    ...nothing,
    id: note.slug,
    day: note.on,
    sort: decision ? 'decision' : note.review ? 'review' : 'note',
    title: note.title,
    text: paragraphsOf(note),
    metrics: note.metrics.flatMap((slug) => agreement.metrics.filter((metric) => metric.slug === slug).flatMap(named)),
    says: decision?.says ?? null,
    decision,
  };
}
