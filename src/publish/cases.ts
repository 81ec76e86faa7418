/** The managers' edition: what only managers may see, added to what all may. */
import type { Kysely } from 'kysely';
import { behindEach } from '../measure/records-behind.ts';
import type { AnyTables } from '../store/bulk.ts';
import type { Database } from '../store/database.ts';
import { asThingsStand, stateAtRisk } from '../story/at-risk.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { CaseList, HealthList } from '../values/cases.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Edition } from '../values/edition.ts';
import type { MetricValue } from '../values/value.ts';
import { caseColumns, caseRows } from './case-rows.ts';

/** A list of more records than this helps nobody to act on them; the rest is told as a number. */
export const mostCases = 200;

/** So many of the newest periods have their lists. */
const mostPeriods = 13;

export interface CasesTask {
  readonly db: Kysely<Database>;
  readonly agreement: Agreement;
  readonly catalogue: Catalogue;
  /** Where the CRM shows the records of a kind, with `{key}`. */
  readonly links: ReadonlyMap<string, string>;
  readonly values: readonly MetricValue[];
}

/** An edition as managers get it: with the records behind the numbers that say which are at risk, and those to mend in the CRM. */
export const forManagers = (
  edition: Edition,
  cases: readonly CaseList[],
  mend: readonly HealthList[] = [],
): Edition => ({
  ...edition,
  kind: 'managers',
  cases,
  mend,
});

/**
 * The records at risk of each number that says which those are, for how things stand and for the periods before, the newest first. They are the very
 * records that the number was counted from. The store must have been measured with this agreement.
 */
export async function casesOf(task: CasesTask): Promise<CaseList[]> {
  const atRisk = task.agreement.metrics.filter(({ atRisk: said, missing }) => said !== null && missing.length === 0);
  if (atRisk.length === 0) return [];
  const behind = await behindEach(task);
  const lists: CaseList[] = [];
  for (const metric of atRisk) {
    for (const { grain, period } of periodsOf(metric, task.values)) {
      const records = await behind({ metric: metric.slug, period });
      const keys = records.filter(({ state }) => state === stateAtRisk(metric)).map(({ key }) => key);
      const list = await listOf(task, metric, keys);
      if (list) lists.push({ metric: metric.slug, grain, period, ...list });
    }
  }
  return lists;
}

/** How things stand, and the periods before it. */
function periodsOf(metric: Metric, values: readonly MetricValue[]): MetricValue[] {
  const own = values.filter((value) => value.metric === metric.slug);
  const newest = asThingsStand(metric, own);
  if (!newest) return [];
  const whole = own.filter(({ grain, dimension, from }) => {
    return grain === newest.grain && dimension === '' && from <= newest.from;
  });
  return whole.toReversed().slice(0, mostPeriods);
}

async function listOf(
  { db, agreement, catalogue, links }: CasesTask,
  metric: Metric,
  keys: readonly string[],
): Promise<Pick<CaseList, 'kind' | 'total' | 'columns' | 'cases'> | null> {
  const kind = catalogue.kinds.find(({ name }) => name === metric.wordings[0].kind);
  if (!kind) return null;
  const listing = { db: db as unknown as Kysely<AnyTables>, agreement, catalogue, links };
  const cases = await caseRows(listing, kind, keys, mostCases);
  return { kind: kind.name, total: keys.length, columns: caseColumns(kind, catalogue), cases };
}
