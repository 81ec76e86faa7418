import { createHash } from 'node:crypto';
import type { Metric, Term, Wording } from '../values/agreement.ts';
import type { Condition } from '../values/tree.ts';
import { canonical } from './canonical.ts';
import { usesOf } from './uses.ts';
import type { Catalogue } from '../values/catalogue.ts';

/** What a seal is made beside: the terms and metrics that a definition may use. */
export interface Sealing {
  readonly terms: readonly Term[];
  readonly metrics: readonly Metric[];
  readonly catalogue: Catalogue;
}

/**
 * Eight hex digits over all that computes: measures, conditions, targets, stretches of the history, the clock's calendar, the
 * pair, the two metrics of a ratio, and every term that is used, transitively. Prose, layout, order and places do not count.
 */
export function sealOf(metric: Metric, sealing: Sealing): string {
  return createHash('sha256')
    .update(canonical(computes(metric, sealing)))
    .digest('hex')
    .slice(0, 8);
}

function computes(metric: Metric, sealing: Sealing): unknown {
  const parts = metric.wordings.flatMap(({ measure }) =>
    measure.measure === 'ratio' ? [measure.of, measure.per] : [],
  );
  return {
    by: metric.by,
    calendar: metric.calendar,
    unit: metric.unit.unit,
    pairedWith: metric.pairedWith,
    wordings: metric.wordings.map((wording) => wordingOf(wording)),
    terms: termsOf(metric.wordings, sealing),
    ratio: parts
      .map((slug) => sealing.metrics.find((other) => other.slug === slug))
      .map((part) => part && computes(part, sealing)),
  };
}

/** A target counts as what it means, not as it is said. */
function wordingOf(wording: Wording): unknown {
  const bare = (target: Wording['target']) => target && { way: target.way, level: target.level };
  return { ...wording, target: bare(wording.target), broken: bare(wording.broken) };
}

function termsOf(wordings: readonly Wording[], { terms, catalogue }: Sealing): unknown {
  const found = new Map<string, unknown>();
  const visit = (name: string): void => {
    const term = terms.find((known) => known.name === name);
    if (!term || found.has(name)) return;
    found.set(name, { isA: term.isA, kind: term.kind, where: term.where, exceptWhen: term.exceptWhen });
    if (term.isA !== null) visit(term.isA);
    usedIn(term.kind, [...term.where, ...term.exceptWhen]).forEach(visit);
  };
  const usedIn = (kind: string, conditions: readonly Condition[]) => usesOf(catalogue, kind, conditions).terms;
  for (const { term, kind, keptWhen, exceptWhen } of wordings) {
    if (term !== null) visit(term);
    usedIn(kind, [...keptWhen, ...exceptWhen]).forEach(visit);
  }
  return Object.fromEntries(found);
}
