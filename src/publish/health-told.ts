/** What to mend in the CRM: what the checks found, with the numbers that it touches; what touches most of them stands first. */
import { metricsReading } from '../agreement/metrics-reading.ts';
import { faultSaid, mendFault } from '../story/locale/en/health.ts';
import type { Metric } from '../values/agreement.ts';
import type { HealthList } from '../values/cases.ts';
import type { Edition } from '../values/edition.ts';
import type { HealthFinding } from '../values/health.ts';

export interface HealthTold {
  readonly finding: HealthFinding;
  readonly id: string;
  /** Goes on from the count: `opportunities have no amount`. */
  readonly says: string;
  readonly move: string;
  /** The numbers that read the field at fault, or that count the records. */
  readonly touches: readonly Metric[];
  /** Of the managers' edition the records; else null. */
  readonly list: HealthList | null;
}

/** Where the page of data tells of it. */
export const mendId = ({ sort, kind, fields }: HealthFinding): string =>
  `mend-${[sort, kind, ...fields].join(' ').replaceAll(/[^a-z0-9]+/gi, '-')}`.toLowerCase();

/** The checks that found something, and how many found nothing. */
export function healthTold(edition: Edition): { readonly told: readonly HealthTold[]; readonly well: number } {
  const { account, agreement, catalogue } = edition;
  const reading = metricsReading(agreement, catalogue);
  const found = account.health.filter(({ count }) => count > 0);
  const told = found.map((finding): HealthTold => {
    const { sort, kind, fields, count } = finding;
    const plural = catalogue.kinds.find(({ name }) => name === kind)?.plural ?? kind;
    const [field] = fields;
    const titles = new Set(field === undefined ? [] : reading(`${kind}'s ${field}`));
    // A record that is at fault as a whole stands in the numbers that count such records.
    const isTouched = ({ title, wordings: [{ kind: counted }] }: Metric): boolean =>
      field === undefined ? counted === kind : titles.has(title);
    return {
      finding,
      id: mendId(finding),
      says: faultSaid(finding, count === 1 ? kind : plural),
      move: mendFault[sort],
      touches: edition.metrics.map(({ metric }) => metric).filter(isTouched),
      list: edition.mend.find((one) => isOf(one, finding)) ?? null,
    };
  });
  const most = told.toSorted(
    (one, other) => other.touches.length - one.touches.length || other.finding.count - one.finding.count,
  );
  return { told: most, well: account.health.length - found.length };
}

const isOf = (one: HealthFinding, other: HealthFinding): boolean =>
  one.sort === other.sort && one.kind === other.kind && one.fields.join() === other.fields.join();

/** `api/health.json`: every check with its counts; for managers also the records with their pages in the CRM. */
export function healthFile(edition: Edition) {
  const { told } = healthTold(edition);
  const touched = new Map(told.map(({ finding, touches }) => [finding, touches.map(({ slug }) => slug)]));
  const checks = edition.account.health.map((finding) => {
    const records = edition.mend.find((one) => isOf(one, finding))?.cases.map(({ key, link }) => ({ key, link }));
    return { ...finding, metrics: touched.get(finding) ?? [], ...(records ? { records } : {}) };
  });
  return { checks, unclaimed: edition.unclaimed };
}
