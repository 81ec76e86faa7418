import Sqlite from 'better-sqlite3';
import { measure } from '../../src/measure/measure.ts';
import { openStore } from '../../src/store/open.ts';
import type { Measurement } from '../../src/measure/measure.ts';
import type { Company } from '../command/read-company.ts';
import type { BenchCompany } from './company.ts';
import { differences, stretchDifferences } from './compare.ts';
import { ownMegabytes } from './own-memory.ts';
import type { BenchReport, MetricReport, TwinReport } from './report.ts';
import { shapesOf } from './statements.ts';
import { runTwin } from './twin.ts';
import { twins } from './twins.ts';
import { watched, type Ran } from './watched-store.ts';

export interface BenchTask {
  readonly leads: number;
  readonly made: BenchCompany;
  readonly company: Company;
  /** Milliseconds. */
  readonly clock: () => number;
}

/** What ran for a metric, and how long that took with all that is not in the database. */
interface Part {
  readonly ran: Ran[];
  milliseconds: number;
}

/** Measures the whole agreement in one run as `npm run measure` does, then the twins on the same database. */
export async function runBench({ leads, made, company, clock }: BenchTask): Promise<BenchReport> {
  const { measured, parts, milliseconds, peakMegabytes } = await measureWatched(made.database, company, clock);
  const sqlite = new Sqlite(made.database);
  const kinds = company.catalogue.kinds.filter(({ table }) => countIn(sqlite, table) > 0);
  const metrics = reportsOf(measured, parts, new Set(kinds.map(({ table }) => table)));
  const twinReports = twinsOf(sqlite, measured, metrics, clock);
  const records = Object.fromEntries(kinds.map(({ plural, table }) => [plural, countIn(sqlite, table)]));
  sqlite.close();
  const ofMetrics = metrics.reduce((sum, one) => sum + one.milliseconds, 0);
  return {
    leads,
    records,
    seconds: { ...made.seconds, measured: milliseconds / 1000 },
    beside: (milliseconds - ofMetrics) / 1000,
    values: measured.values.length,
    peakMegabytes,
    metrics,
    twins: twinReports,
  };
}

/** After a statement of so many milliseconds it is worth a look how much memory there is in use. */
const worthLooking = 1;

async function measureWatched(database: string, { agreement, catalogue }: Company, clock: () => number) {
  const parts = new Map<string, Part>();
  const beside: Part = { ran: [], milliseconds: 0 };
  let current = beside;
  let since = clock();
  const begins = (metric: string | null): void => {
    current.milliseconds += clock() - since;
    current = metric === null ? beside : (parts.get(metric) ?? { ran: [], milliseconds: 0 });
    if (metric !== null) parts.set(metric, current);
    since = clock();
  };
  let asking = 0;
  let peakMegabytes = 0;
  const tell = (ran: Ran): void => {
    current.ran.push(ran);
    current.milliseconds -= ran.asking;
    asking += ran.asking;
    if (ran.milliseconds >= worthLooking) peakMegabytes = Math.max(peakMegabytes, ownMegabytes());
  };
  const db = openStore(database, { readonly: false, through: (sqlite) => watched(sqlite, clock, tell) });
  const from = clock();
  const measured = await measure({ db, agreement, catalogue, begins, fresh: true });
  const milliseconds = clock() - from - asking;
  await db.destroy();
  return { measured, parts, milliseconds, peakMegabytes };
}

function reportsOf(
  { values }: Measurement,
  parts: ReadonlyMap<string, Part>,
  records: ReadonlySet<string>,
): MetricReport[] {
  const all = [...parts.values()].reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [...parts].map(([metric, { ran, milliseconds }]) => {
    const own = values.filter((value) => value.metric === metric);
    const whole = own.find(({ grain, dimension }) => grain === 'all' && dimension === '');
    return {
      metric,
      milliseconds,
      share: milliseconds / all,
      values: own.length,
      records: whole?.records ?? 0,
      statements: shapesOf(ran, records),
    };
  });
}

function twinsOf(
  sqlite: Sqlite.Database,
  { values, restated, stretches }: Measurement,
  metrics: readonly MetricReport[],
  clock: () => number,
): TwinReport[] {
  return twins.flatMap((twin): TwinReport[] => {
    const ours = metrics.find(({ metric }) => metric === twin.metric)?.milliseconds;
    if (ours === undefined) return [];
    const found = runTwin(sqlite, twin, clock);
    const own = values.filter(({ metric }) => metric === twin.metric);
    return [
      {
        metric: twin.metric,
        ours,
        twin: found.milliseconds,
        ratio: ours / found.milliseconds,
        differences: [
          ...differences(own, found.values),
          ...(twin.restated
            ? differences(
                restated.filter(({ metric }) => metric === twin.metric),
                found.restated,
              )
            : []),
          ...(twin.stretches
            ? stretchDifferences(
                stretches.filter(({ metric }) => metric === twin.metric),
                found.stretches,
              )
            : []),
        ],
      },
    ];
  });
}

function countIn(sqlite: Sqlite.Database, table: string): number {
  const row = sqlite.prepare(`select count(*) as number from "${table}"`).get() as { readonly number: number };
  return row.number;
}
