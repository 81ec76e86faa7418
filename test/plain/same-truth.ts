/** Two sentences that part the same records in the same two halves: asked of all records of a kind, by query and plainly. */
import { anyRecords } from './any-records.ts';
import type { AnyCompany } from './any-company.ts';
import type { Chance } from './chance.ts';
import type { PlainValue } from './plain-series.ts';
import { catalogue } from './readable.ts';
import { measured, readPlainly } from './two-readings.ts';
import { parseAgreement } from '../../src/agreement/parse-agreement.ts';
import type { Agreement } from '../../src/values/agreement.ts';
import type { RecordKind } from '../../src/values/catalogue.ts';
import type { Condition } from '../../src/values/tree.ts';

/** Two ways to part the same records in two. */
export interface Pair {
  readonly one: string;
  readonly other: string;
  /** Whether the first holds where the other does not. */
  readonly negated: boolean;
}

/** Where the sentences of a pair find different records: what each finds, with the records. */
export async function faultsOf(
  chance: Chance,
  pairs: readonly Pair[],
  kind: RecordKind,
  company: AnyCompany,
): Promise<string[]> {
  const agreement = partedBy(
    pairs.flatMap(({ one, other }) => [one, other]),
    kind,
    company,
  );
  const rows = anyRecords(chance, catalogue, company);
  const { values } = await measured(agreement, rows, company.asOf);
  const readings = { query: values, plain: readPlainly(agreement, rows, company.asOf) };
  return Object.entries(readings).flatMap(([reading, values]) =>
    pairs.flatMap((pair, index) => {
      const whole = values.find(({ dimension }) => dimension === '')?.value ?? 0;
      const [left, right] = [holding(values, 2 * index), holding(values, 2 * index + 1)];
      if (left === (pair.negated ? whole - right : right)) return [];
      return [
        `${reading}: ${left} ${pair.one}, ${right} ${pair.other}, of ${whole}`,
        JSON.stringify({ rows, ...company }),
      ];
    }),
  );
}

/** All records of a kind, parted by each of the sentences, also by those that may wait: which no company's own breakdown may. */
function partedBy(sentences: readonly string[], kind: RecordKind, company: AnyCompany): Agreement {
  const any = sentences.map((sentence) => `      - ${quoted(sentence)}\n`).join('');
  const agreement = agreementOf(
    company,
    `share of: ${kind.name}\nby: nothing\nbusiness time: odd\nkept when:\n  - any of:\n${any}`,
  );
  return {
    ...agreement,
    metrics: agreement.metrics.map((metric) => ({
      ...metric,
      breakdowns: conditionsIn(metric.wordings[0].keptWhen).map((test, index) => ({
        dimension: String(index),
        cut: { cut: 'test', test, holds: 'holds', others: 'others' },
        credit: null,
        clauseOf: null,
      })),
      wordings: [{ ...metric.wordings[0], measure: { measure: 'count' }, keptWhen: [] }],
    })),
  };
}

const conditionsIn = ([only]: readonly Condition[]): readonly Condition[] =>
  only && only.is !== 'test' ? only.of : [];

/** An agreement of one metric. @throws where it can't be read. */
export function agreementOf({ files }: AnyCompany, metric: string): Agreement {
  const text = `title: A metric\nasks: How many?\nanswered by: sales\n${metric}`;
  const all = Object.entries({ ...files, 'metrics/metric.yml': text });
  const { agreement, problems } = parseAgreement(
    all.map(([path, text]) => ({ path: `agreement/${path}`, text })),
    catalogue,
  );
  if (agreement) return agreement;
  throw new Error(problems.map(({ says }) => says).join('\n'));
}

/** The records of which a sentence holds. */
function holding(values: readonly PlainValue[], sentence: number): number {
  return values.find(({ dimension, member }) => dimension === String(sentence) && member === 'holds')?.value ?? 0;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
