import type { TableAsk, TablePage } from '../connector.ts';
import type { CrmRecord } from './answers.ts';
import type { Described } from './catalogue.ts';
import { historyPlan } from './history.ts';
import { markOf, readMark, type Stand } from './mark.ts';
import { firstStand, takeStep, type Steps } from './stepping.ts';
import { tablePlan } from './table-plan.ts';
import type { Words } from './words.ts';
import type { Wire } from './wire.ts';

/** All that the pull of a table needs to know. */
export interface Table {
  readonly steps: Steps;
  /** The properties that are read, with their types. */
  readonly types: string;
  /** The rows of some records. */
  readonly rows: (records: readonly CrmRecord[], wire: Wire) => Promise<readonly string[]>;
  readonly records: number | null;
}

/** A page has about so many records: as many as one call tells the associations of. */
const aPage = 1000;

export async function tableOf(ask: TableAsk, described: Described, words: Words, wire: Wire): Promise<Table> {
  return ask.historyOf === null ? recordsTable(ask, described, words, wire) : historyTable(ask, described, words, wire);
}

async function recordsTable(ask: TableAsk, described: Described, words: Words, wire: Wire): Promise<Table> {
  const { object, properties: all, records } = described;
  const { properties, rows } = await tablePlan(ask, object, all, words);
  const reading = { wire, object, properties, history: [], at: ask.at };
  const steps = { reading, since: ask.since, withDeleted: true };
  return { steps, types: typesOf(properties, described), rows, records };
}

async function historyTable(ask: TableAsk, described: Described, words: Words, wire: Wire): Promise<Table> {
  const { object, properties: all } = described;
  const { properties, rows } = await historyPlan(ask, object, all, words);
  const reading = { wire, object, properties: [], history: properties, at: ask.at };
  return {
    steps: { reading, since: ask.since, withDeleted: false },
    types: typesOf(properties, described),
    rows: (some) => Promise.resolve(some.flatMap(rows)),
    records: null,
  };
}

function typesOf(names: readonly string[], { properties }: Described): string {
  const types = new Map(properties.map(({ name, type }) => [name, type]));
  return names.map((name) => `${name}:${types.get(name)}`).join(' ');
}

export function firstMark({ steps, types }: Table): string {
  return markOf(firstStand(steps), types);
}

/** The pages behind a mark. */
export async function* pagesOf(open: () => Promise<Table>, mark: string, wire: Wire): AsyncGenerator<TablePage> {
  const table = await open();
  let stand = readMark(mark, table.types);
  let came = 0;
  let total = table.steps.since === null ? table.records : null;
  while (stand.step !== 'end') {
    const gathered = await gather(table.steps, stand);
    stand = gathered.next;
    if (gathered.total !== null) total = came + gathered.total;
    came += gathered.records.length;
    if (gathered.records.length === 0 && stand.step !== 'end') continue;
    const rows = await table.rows(gathered.records, wire);
    yield { csv: [Buffer.from(rows.join(''))], rows: rows.length, mark: markOf(stand, table.types), total };
  }
}

/** Goes on until there are enough records for a page. The same record again, as a list that moves may show it, is taken once. */
async function gather(
  steps: Steps,
  from: Exclude<Stand, { step: 'end' }>,
): Promise<{ readonly records: readonly CrmRecord[]; readonly next: Stand; readonly total: number | null }> {
  const records = new Map<string, CrmRecord>();
  let stand: Stand = from;
  let total: number | null = null;
  while (stand.step !== 'end' && records.size < aPage) {
    const step = await takeStep(steps, stand);
    total ??= step.total;
    for (const record of step.records) {
      // Deleted since it was listed: both rows stand, and the later one counts.
      records.set(record.archived === true ? `deleted ${record.id}` : record.id, record);
    }
    stand = step.next;
  }
  return { records: [...records.values()], next: stand, total };
}
