import type { Problem } from '../../values/problem.ts';
import { beginningOf } from '../files/beginning.ts';
import type { Archive } from '../files/archive.ts';
import { UnusableFile } from '../files/unusable-file.ts';
import { chosenSheet } from '../files/workbook/chosen-sheet.ts';
import { sharedStrings } from '../files/workbook/shared-strings.ts';
import { readSheetRows } from '../files/workbook/sheet-rows.ts';
import type { SheetRow } from '../files/workbook/sheet-rows.ts';
import { readWorkbook } from '../files/workbook/workbook.ts';
import type { FileTask } from './load-file.ts';
import { mergedFaults, mergedInReport } from './merged-cells.ts';
import { rowsOfReport } from './report-rows.ts';
import { tableOf } from './table.ts';
import { takeRows } from './take-rows.ts';
import { wholeRows } from './whole-row.ts';
import type { WholeRow } from './whole-row.ts';

/** Reads a sheet of a workbook, row by row, into the store. Gives the faults that stop the run. */
export async function loadWorkbook(task: FileTask, open: () => Promise<Archive>): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const fault = (line: number, says: string, fix: string): void =>
    void problems.push({ level: 'fault', file: task.path, line, column: 1, says, fix });
  try {
    await refuseOther(task);
    const archive = await open();
    try {
      await loadSheet(task, archive, problems, fault);
    } finally {
      archive.close();
    }
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    fault(error.line, error.says, error.fix);
  }
  return problems;
}

type Fault = (line: number, says: string, fix: string) => void;

/** A locked workbook and a saved page bear the name of a workbook, too. */
async function refuseOther(task: FileTask): Promise<void> {
  for await (const bytes of task.open()) {
    if (beginningOf(bytes, task.file) !== 'zip')
      throw new UnusableFile('this is no workbook, though it is called one', 'name it .csv, or save it as .xlsx');
    return;
  }
  throw new UnusableFile('the file is empty', 'export it again, with its header');
}

async function loadSheet(task: FileTask, archive: Archive, problems: Problem[], fault: Fault): Promise<void> {
  const { source } = task;
  const workbook = await readWorkbook(archive);
  const sheet = chosenSheet(workbook.sheets, source.sheet, source.at.file);
  const shared = await sharedStrings(workbook.sharedPart);
  const reading = sheetReading(task, problems, fault);
  const merged = await readSheetRows(workbook, shared, sheet, reading.row);
  for (const found of reading.mergedFaults(merged)) fault(...found);
  reading.end();
}

interface SheetReading {
  row(row: SheetRow): boolean;
  end(): void;
  /** What is wrong with cells that are merged, once all rows were read. */
  mergedFaults(ranges: readonly string[]): ReturnType<typeof mergedFaults>;
}

function sheetReading(task: FileTask, problems: Problem[], fault: Fault): SheetReading {
  const { source, path } = task;
  if (source.isReport) return reportReading(task, problems, fault);
  let headerLine: number | null = null;
  let give: ((row: WholeRow) => void) | null = null;
  return {
    mergedFaults: (ranges) => mergedFaults(ranges, headerLine),
    row({ line, values, wrong }) {
      if (headerLine !== null) {
        give?.({ line, values, width: values.length, malformed: false, wrong });
        return true;
      }
      headerLine = line;
      const header = values.map((name) => name.trim());
      task.onHeader(header);
      const table = tableOf(source, path, header);
      if ('slots' in table) give = wholeRows(task, table, takeRows(task, table, fault));
      else problems.push(...table.map((problem) => ({ ...problem, line })));
      // Without a table the rest is still read: merged cells, which stand last, may tell why.
      return true;
    },
    end() {
      if (headerLine === null) fault(1, 'the sheet is empty', 'export it again, with its header');
    },
  };
}

function reportReading(task: FileTask, problems: Problem[], fault: Fault): SheetReading {
  const report = rowsOfReport(task, problems, fault);
  return {
    mergedFaults: (ranges) => mergedInReport(ranges, report),
    row({ line, values, wrong }) {
      report.row({ line, values, width: values.length, malformed: false, wrong });
      return true;
    },
    end: report.end,
  };
}
