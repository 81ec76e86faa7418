/** How the headline page is put in order: a strip that never moves, findings with trouble first. */
import type { Metric, Team } from '../values/agreement.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';

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
