/** How the headline page is put in order: what is to be done and to be decided, a strip that never moves, findings with trouble first. */
import { moveAgreed, moveReview, moveSign } from '../story/statements/moves.ts';
import type { Metric, Team } from '../values/agreement.ts';
import type { Note } from '../values/note.ts';
import { localDay } from '../story/subject.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Move, Statement } from '../values/statement.ts';

/** What is to be done, and what people have to sit down about: what follows a break, a yes that is missing, an agreement due for another look. */
export function movesOf({ moves }: Edition['verdict']): {
  readonly next: readonly Move[];
  readonly decide: readonly Move[];
} {
  const kinds: readonly string[] = [moveAgreed, moveSign, moveReview].map(({ kind }) => kind);
  const decides = ({ say }: Move) => kinds.includes(say.kind);
  return { next: moves.filter((move) => !decides(move)), decide: moves.filter(decides) };
}

/** A decision that is not done. */
export type OpenDecision = Note & { readonly decision: NonNullable<Note['decision']> };

/** Decisions that were to be done by a day which has passed, the oldest first. */
export function overdueDecisions({ agreement, asOf }: Edition): OpenDecision[] {
  const today = localDay(asOf, agreement.company.timeZone);
  return agreement.notes
    .flatMap((note) =>
      note.decision && note.decision.done === null && note.decision.due < today
        ? [{ ...note, decision: note.decision }]
        : [],
    )
    .toSorted((one, other) => (one.decision.due < other.decision.due ? -1 : 1));
}

/** What is worth celebrating: what was found of the number, and why that is good news; null: nothing is. */
export function winOf({
  verdict: { win },
  metrics,
}: Edition): { readonly metric: Metric; readonly says: readonly Statement[] } | null {
  const one = metrics.find(({ metric }) => metric.slug === win?.subject);
  return win && one ? { metric: one.metric, says: [one.finding.title, win] } : null;
}

/** Metrics that stand side by side in the strip under one heading. */
export interface StripGroup {
  readonly heading: string;
  readonly metrics: readonly MetricEdition[];
}

/** The headline metrics in their agreed order. */
export function headlineOf(edition: Edition): MetricEdition[] {
  return edition.metrics.filter((one) => one.metric.headline !== null);
}

/** The strip: the headline metrics in their agreed order, neighbours with the same parties under one heading. No score is kept. */
export function stripOf(edition: Edition): StripGroup[] {
  const groups: { heading: string; metrics: MetricEdition[] }[] = [];
  for (const one of headlineOf(edition)) {
    const heading = headingOf(one.metric, edition.agreement.teams);
    const last = groups.at(-1);
    if (last?.heading === heading) last.metrics.push(one);
    else groups.push({ heading, metrics: [one] });
  }
  return groups;
}

/** Who promised a metric or answers for it: 'Sales promised', 'Promised together', 'Marketing answers for'. */
export function headingOf(metric: Metric, teams: readonly Team[]): string {
  const by = metric.promise?.by ?? [];
  if (by.length > 1) return 'Promised together';
  if (by.length === 1) return `${teamName(by[0] ?? '', teams)} promised`;
  const answers = metric.answeredBy.map((slug) => teamName(slug, teams));
  return answers.length === 0
    ? 'We watch'
    : `${answers.join(' and ')} ${answers.length > 1 ? 'answer' : 'answers'} for`;
}

/** Who promises, or is promised, something without being a team of ours. */
const partners = 'partners';

/** A team's name, or its slug where no team has it. */
export function teamName(slug: string, teams: readonly Team[]): string {
  return teams.find((team) => team.slug === slug)?.name ?? (slug === partners ? 'Partners' : slug);
}

/** Where a number is told of: at its finding on this page, else on its own page. `href` makes an address of the site. */
export function placeOf({ metrics }: Edition, slug: string, href: (path: string) => string): string {
  const here = metrics.some(({ metric }) => metric.slug === slug && metric.headline !== null);
  return here ? `#${slug}` : href(`/metrics/${slug}/`);
}

const troubleFirst = { broken: 0, slipping: 1, kept: 2, none: 3 } as const;

/** Whether a finding is off: short of what was agreed. */
export function isOff({ finding }: MetricEdition): boolean {
  return finding.mark.mark === 'broken' || finding.mark.mark === 'slipping';
}

/** Findings in the order of reading: broken, slipping, kept with a but, kept, without a mark; the agreed order among equals. */
export function troubleFirstOf(metrics: readonly MetricEdition[]): MetricEdition[] {
  const rank = ({ finding }: MetricEdition) => troubleFirst[finding.mark.mark] - (finding.but ? 0.5 : 0);
  return metrics.toSorted((one, other) => rank(one) - rank(other));
}
