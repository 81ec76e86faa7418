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
  const cuts = pairs.flatMap(({ one, other }, index) => [
    `  one-${index}: ${quoted(one)}`,
    `  other-${index}: ${quoted(other)}`,
  ]);
  const agreement = agreementOf(
    company,
    `count of: ${kind.name}\nby: nothing\nbusiness time: odd\nbreak down by:\n${cuts.join('\n')}\n`,
  );
  const rows = anyRecords(chance, catalogue, company);
  const { values } = await measured(agreement, rows, company.asOf);
  const readings = { query: values, plain: readPlainly(agreement, rows, company.asOf) };
  return Object.entries(readings).flatMap(([reading, values]) =>
    pairs.flatMap((pair, index) => {
      const whole = values.find(({ dimension }) => dimension === '')?.value ?? 0;
      const [left, right] = [holding(agreement, values, `one-${index}`), holding(agreement, values, `other-${index}`)];
      if (left === (pair.negated ? whole - right : right)) return [];
      return [
        `${reading}: ${left} ${pair.one}, ${right} ${pair.other}, of ${whole}`,
        JSON.stringify({ rows, ...company }),
      ];
    }),
  );
}

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

/** The records of which the sentence of a breakdown holds. */
function holding(agreement: Agreement, values: readonly PlainValue[], dimension: string): number {
  const cut = agreement.metrics[0]?.breakdowns.find((one) => one.dimension === dimension)?.cut;
  const isTheirs = (value: PlainValue): boolean =>
    value.dimension === dimension && cut?.cut === 'test' && value.member === cut.holds;
  return values.find(isTheirs)?.value ?? 0;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
