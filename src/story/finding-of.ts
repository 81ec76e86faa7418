import type { Finding, Statement } from '../values/statement.ts';
import { agreedLabel, notKnown } from './locale/en/charts.ts';

import { keyOf } from './key-of.ts';
import { below, ofParts, overTime } from './statements/kinds.ts';
import { but } from './statements/off.ts';
import { outcomes } from './statements/outcomes.ts';
import { signal } from './statements/signal.ts';
import { state } from './statements/statement-kind.ts';
import { title } from './statements/title.ts';
import { unmarked } from './statements/unmarked.ts';
import { levelsOf, periodOf, subjectOf, type Material, type Subject } from './subject.ts';
import { wayOn } from './wording-on.ts';

/** `agreed: at least 90%`, or `target: at least 3` where nobody promised it; `bare`, for charts: `agreed: 90%`, the unit said beside it; '' without one. */
export function agreedWords({ metric, latest, target, numbers }: Subject, length: 'full' | 'bare' = 'full'): string {
  if (!latest || target === null) return '';
  const way = length === 'full' ? wayOn(metric, latest.to) : null;
  return agreedLabel((length === 'bare' ? numbers.bare : numbers).short(target), way, metric.promise !== null);
}

/** The number as strips say it. */
function valueWords(subject: Subject): string {
  const value = subject.latest?.value ?? null;
  return value === null ? notKnown : subject.numbers.short(value, levelsOf(subject));
}

/**
 * What the page says of a metric: of the newest period that is over, at the grain that pages report it in.
 * `pair`: the metric that it is paired with; a kept promise whose pair is off is 'kept, but'.
 */
export function findingOf(material: Material, pair: Material | null = null): Finding {
  const subject = subjectOf(material);
  return {
    metric: subject.metric.slug,
    period: subject.latest && periodOf(subject.latest),
    mark: subject.mark,
    but: subject.mark.mark === 'kept' && pair ? butOf(subject, subjectOf(pair)) : null,
    title: state(title, subject) ?? untold(subject),
    context: contextOf(subject),
    signal: state(signal, subject),
    overTime: overTime.map((kind) => state(kind, subject)).filter((statement) => statement !== null),
    became: state(outcomes, subject),
    parts: subject.metric.breakdowns.flatMap(({ dimension }) =>
      ofParts.map((kind) => state(kind, subject, dimension)).filter((statement) => statement !== null),
    ),
    value: valueWords(subject),
    agreed: agreedWords(subject),
    key: keyOf(subject),
  };
}

/** What stands below the title. That nothing is agreed is told by the mark already, so it comes last. */
function contextOf(subject: Subject): Statement[] {
  const told = below.map((kind) => state(kind, subject)).filter((statement) => statement !== null);
  const isUnaimed = ({ kind, facts }: Statement) => kind === unmarked.kind && facts['why'] === 'no target';
  return [...told.filter((statement) => !isUnaimed(statement)), ...told.filter(isUnaimed)];
}

/** A title that no sentence is short enough for: the metric's own. */
function untold({ metric: { slug, title: words } }: Subject): Statement {
  return { kind: 'title', subject: slug, facts: {}, words, headline: words, brief: words };
}

function butOf(subject: Subject, pair: Subject): Statement | null {
  if (!pair.latest || pair.latest.period !== subject.latest?.period) return null;
  return state(but, pair, subject.metric.slug);
}
