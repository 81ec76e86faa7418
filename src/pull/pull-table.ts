/** A table of a CRM: page by page into its part, and from there into place. */
import { join } from 'node:path';
import { MarkIsStale, type TableAsk, type TablePage } from './connector.ts';
import { bytesOf } from './disk.ts';
import { finishTable } from './finish-table.ts';
import { appendRows, csvRow } from './part-file.ts';
import { Passing, type PullFault } from './pull-fault.ts';
import { workFolder, type Pulling } from './pulling.ts';
import { retrying } from './retrying.ts';
import type { TablePart } from './state.ts';
import { partName, planOf, type Came, type TablePlan, type TablePull } from './table-plan.ts';

/**
 * Pulls a table, or goes on where a pull before stopped. What it throws leaves what was pulled before as it was.
 * @throws PullFault, all of them where the object lacks several fields: the first is thrown, `noted` has the others
 */
export async function pullTable(pull: TablePull, noted: (fault: PullFault) => void): Promise<Came> {
  const { pulling, connection, wanted } = pull;
  const name = `${connection.name}/${wanted.file}`;
  pull.check();
  const done = await finishTable(pull, name, null);
  const plan = await planOf(pull, name, noted);
  for (let begun = 0; ; begun += 1) {
    try {
      const part = await partOf(pull, plan);
      if (!part.isWhole) await takePages(pull, plan, part);
      const came = await finishTable(pull, name, plan);
      if (came) return { rows: came.rows + (done?.rows ?? 0), bytes: came.bytes + (done?.bytes ?? 0) };
    } catch (error) {
      if (!(error instanceof MarkIsStale)) throw error;
    }
    delete pulling.state.tables[name];
    if (begun >= 2)
      throw new Passing(`${wanted.pulled.object} of ${connection.name}: the server forgets what it was asked`);
  }
}

/** The part to go on with: what a pull before left, where it is of the same ask, else a new one. */
async function partOf(pull: TablePull, plan: TablePlan): Promise<TablePart> {
  const { pulling, session, connection } = pull;
  const left = pulling.state.tables[plan.name];
  if (left && (await isOfUse(pulling, plan, left))) return left;
  const since = plan.base === null ? null : Math.floor(plan.base.upTo - connection.overlap);
  pull.check();
  const { until, mark } = await session.start({ ...plan.ask, since });
  const header = Buffer.from(csvRow(plan.header), 'utf8');
  const path = join(pulling.exports, workFolder, partName(plan.name));
  const file = await pulling.disk.appendTo(path, 0);
  try {
    await file.write(header);
  } finally {
    await file.close();
  }
  const part: TablePart = {
    asked: plan.asked,
    since,
    until,
    pull: pulling.name,
    mark,
    bytes: header.length,
    rows: 0,
    isWhole: false,
    placing: null,
  };
  pulling.state.tables[plan.name] = part;
  await pulling.keepState();
  return part;
}

/** A part of changes is of use only on top of what it was begun on. */
async function isOfUse({ exports }: Pulling, { name, asked, base }: TablePlan, part: TablePart): Promise<boolean> {
  if (part.asked !== asked || (part.since !== null && (base === null || part.since > base.upTo))) return false;
  return ((await bytesOf(join(exports, workFolder, partName(name)))) ?? -1) >= part.bytes;
}

async function takePages(pull: TablePull, plan: TablePlan, part: TablePart): Promise<void> {
  const { pulling, session, wanted } = pull;
  const ask: TableAsk = { ...plan.ask, since: part.since };
  const what = `${wanted.pulled.object} behind ${part.rows} rows`;
  const from = part.mark;
  try {
    await retrying(
      pulling.world,
      async () => {
        for await (const page of session.pages(ask, part.mark)) {
          await takePage(pull, plan, part, page);
          pull.check();
        }
      },
      { times: 3, what },
    );
  } catch (error) {
    // Whoever came further may try as often again.
    if (!(error instanceof Passing) || part.mark === from) throw error;
    await takePages(pull, plan, part);
  }
  part.isWhole = true;
  await pulling.keepState();
}

/** A page's rows first, then the mark behind them: a kill in between cuts them off again. */
async function takePage({ pulling, connection }: TablePull, plan: TablePlan, part: TablePart, page: TablePage) {
  const path = join(pulling.exports, workFolder, partName(plan.name));
  const { bytes, rows } = await appendRows(pulling.disk, path, part.bytes, page.csv);
  if (page.rows !== null && page.rows !== rows)
    throw new Passing(`${plan.ask.object}: the server said that ${page.rows} rows come, and ${rows} came`);
  part.bytes += bytes;
  part.rows += rows;
  part.mark = page.mark;
  await pulling.keepState();
  const file = plan.name.slice(connection.name.length + 1);
  pulling.world.report({
    connection: connection.name,
    file,
    rows: part.rows,
    bytes: part.bytes,
    total: page.total,
  });
}
