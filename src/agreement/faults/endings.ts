import type { Agreement, Metric } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Place, Problem } from '../../values/problem.ts';
import type { Condition } from '../../values/tree.ts';
import { usesOfBreakdown, usesOfMetric, type Reading } from '../missing.ts';
import { together, usesOf, type Uses } from '../uses.ts';

/** A yes/no field that says how a plan ended and that no history holds: an as-of count knows only how it ended by today. */
interface Ending {
  readonly kind: string;
  readonly field: string;
  /** What else is said of such a record as it stood; empty where it has no history at all. */
  readonly fix: string;
}

/**
 * A warning for each metric that counts things as they stood and asks how a plan ended: `won` and `lost` of a deal hold what they hold today, at every
 * time. Also where a term, a figure or a breakdown asks it.
 */
export function endingsOfToday(agreement: Agreement, catalogue: Catalogue): Problem[] {
  const endings = endingsIn(catalogue);
  // What a metric is made of, or names the result of, is counted in its own way, and told there.
  const beside: Reading = { ...agreement, catalogue, metrics: [] };
  return agreement.metrics.flatMap((metric): Problem[] => {
    if (metric.asOf === null) return [];
    const [{ kind }] = metric.wordings;
    const uses = together([
      usesOfMetric(metric, beside),
      ...metric.breakdowns.map((breakdown) => usesOfBreakdown(breakdown, kind, beside)),
    ]);
    const read = endings.filter((ending) => uses.fields.has(nameOf(ending)));
    const [first] = read;
    if (!first) return [];
    const at = read.flatMap((ending) => placeOf(metric, ending, catalogue) ?? [])[0] ?? metric.at;
    const says = `${listed(read)} no history: ${timesOf(metric)} ${read.length === 1 ? 'it is what it is' : 'they are what they are'} today`;
    return [{ ...at, level: 'warning', says, fix: first.fix }];
  });
}

const nameOf = ({ kind, field }: Ending): string => `${kind}'s ${field}`;

const listed = (read: readonly Ending[]): string =>
  `${read.map(({ field }) => `"${field}"`).join(' and ')} ${read.length === 1 ? 'has' : 'have'}`;

function timesOf({ asOf }: Metric): string {
  if (asOf === 'period end') return "at every period's end";
  return asOf === 'period start' ? "at every period's start and end" : `also on ${asOf?.day ?? ''}`;
}

function endingsIn({ kinds }: Catalogue): Ending[] {
  return kinds.flatMap(({ name, fields, history }) => {
    const ending = new Set(fields.flatMap(({ factWhen }) => factWhen ?? []));
    const fix = history
      ? `say it by what has one, such as "${history.field} is ..." or "entered ... has happened"`
      : 'no history of it is mapped, by which it could be said';
    return [...ending]
      .filter((field) => history?.holds[field] === undefined)
      .map((field): Ending => ({ kind: name, field, fix }));
  });
}

/** The metric's own sentence that asks it. */
function placeOf(metric: Metric, ending: Ending, catalogue: Catalogue): Place | null {
  const reads = (kind: string, condition: Condition): Place | null => {
    if (condition.is !== 'test') return firstOf(condition.of.map((inner) => reads(kind, inner)));
    const uses: Uses = usesOf(catalogue, kind, [condition]);
    return uses.fields.has(nameOf(ending)) ? condition.at : null;
  };
  return firstOf(
    metric.wordings.flatMap(({ kind, keptWhen, instead, exceptWhen }) =>
      [...keptWhen, ...instead.flatMap((one) => [one.when, ...one.keptWhen]), ...exceptWhen].map((condition) =>
        reads(kind, condition),
      ),
    ),
  );
}

const firstOf = (places: readonly (Place | null)[]): Place | null => places.find((place) => place !== null) ?? null;
