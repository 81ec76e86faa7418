import type { Problem } from '../../values/problem.ts';
import { decoderFor } from '../csv/decode.ts';
import type { Decoder } from '../csv/decode.ts';
import { UnreadableText } from '../csv/unreadable-text.ts';
import { EndlessValue, longestRow, longestValue, rowSplitter } from '../csv/split-rows.ts';
import type { RowSplitter } from '../csv/split-rows.ts';
import type { Archive } from '../files/archive.ts';
import { beginningOf } from '../files/beginning.ts';
import { UnusableFile } from '../files/unusable-file.ts';
import type { FileFacts } from '../facts.ts';
import { inOneLine } from '../in-one-line.ts';
import type { FileSource } from '../source.ts';
import { loadWorkbook } from './load-workbook.ts';
import { openText } from './open-text.ts';
import type { RowSink } from './row-sink.ts';
import type { PlanContext } from './row-plan.ts';
import { reportBeginning, reportSplitter } from './report-text.ts';
import { takeRows } from './take-rows.ts';

/** A file that is read by a source. */
export interface FileTask {
  readonly source: FileSource;
  /** As problems name it. */
  readonly path: string;
  /** As the account of rows names it: relative to the exports. */
  readonly file: string;
  readonly open: () => AsyncIterable<Buffer>;
  /** The parts of a workbook; null where the bytes are text. */
  readonly openWorkbook: (() => Promise<Archive>) | null;
  /** Its number in the list of files. */
  readonly number: number;
  readonly context: PlanContext;
  readonly keeper: RowSink;
  /** Where the file's facts are noted; null where its export time is known. */
  readonly facts: FileFacts | null;
  /** Hears the header, also where a column is missing in it. */
  readonly onHeader: (header: readonly string[]) => void;
  /** Hears of the bytes of each piece that was read. */
  readonly onPiece: (bytes: number) => void;
}

/** Reads a file, once and piece by piece, into the store. Gives the faults that stop the run; they name the file and the mend. */
export async function loadFile(task: FileTask): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  const fault = (line: number, says: string, fix: string): void =>
    void problems.push({ level: 'fault', file: task.path, line, column: 1, says, fix });
  if (task.openWorkbook) return loadWorkbook(task, task.openWorkbook);
  const reading = tableReading(task, problems, fault);
  try {
    let decoder: Decoder | null = null;
    for await (const bytes of task.open()) {
      if (!decoder) {
        if (beginningOf(bytes, task.file) !== 'text') throw packedUnderOtherName;
        decoder = decoderFor(bytes, task.source.encoding);
      }
      if (!reading.push(decoder.decode(bytes))) return problems;
      task.onPiece(bytes.length);
    }
    if (decoder) reading.push(decoder.end());
    reading.end();
  } catch (error) {
    if (error instanceof EndlessValue) sayEndless(error, reading.header(), fault);
    else if (error instanceof UnreadableText) sayUnreadable(error, task.source, fault);
    else if (error instanceof UnusableFile) fault(error.line, error.says, error.fix);
    else throw error;
  }
  return problems;
}

const packedUnderOtherName = new UnusableFile(
  'this file is packed, or a workbook, and its name does not say so',
  'name it as what it is: .zip, .gz or .xlsx',
);

type Fault = (line: number, says: string, fix: string) => void;

/** The text of a file on its way: held back until its header can be told, then split into rows. */
interface TableReading {
  /** False once a fault makes it pointless to go on. */
  push(text: string): boolean;
  end(): void;
  header(): readonly string[];
}

function tableReading(task: FileTask, problems: Problem[], fault: Fault): TableReading {
  let beginning = '';
  let splitter: RowSplitter | null = null;
  let header: readonly string[] = [];
  const open = (): boolean => {
    if (task.source.isReport) {
      splitter = reportSplitter(task, beginning, problems, fault);
      splitter.push(beginning);
      return true;
    }
    const opened = openText(task.source, task.path, beginning, task.onHeader);
    if (!('table' in opened)) {
      problems.push(...opened);
      return false;
    }
    const { separator, table } = opened;
    header = table.header;
    splitter = rowSplitter(separator, takeRows(task, table, fault), () => table.wanted);
    splitter.push(beginning);
    return true;
  };
  return {
    header: () => header,
    push(text) {
      if (splitter) {
        splitter.push(text);
        return true;
      }
      beginning += text;
      if (task.source.isReport ? beginning.length > reportBeginning : beginning.includes('\n')) return open();
      if (beginning.length > longestValue) throw endlessLine;
      return true;
    },
    end() {
      if (splitter || open()) splitter?.end();
    },
  };
}

const endlessLine = new UnusableFile(
  `the first line is longer than ${longestValue.toLocaleString('en-GB')} characters`,
  'see whether it is a table with a header, and export it again',
);

function sayEndless(error: EndlessValue, header: readonly string[], fault: Fault): void {
  if (error.column === null) {
    const most = longestRow.toLocaleString('en-GB');
    return fault(error.line, `the row that begins here is longer than ${most} characters`, 'export the file again');
  }
  const column = header[error.column];
  const where = column === undefined ? '' : ` in column "${inOneLine(column)}"`;
  const length = longestValue.toLocaleString('en-GB');
  fault(
    error.line,
    `the value that begins here${where} does not end, or is longer than ${length} characters`,
    'close its quote, or export the file again',
  );
}

function sayUnreadable({ linesBefore, why }: UnreadableText, { encoding, at }: FileSource, fault: Fault): void {
  const line = linesBefore + 1;
  switch (why.is) {
    case 'cut':
      return fault(
        line,
        'the file ends in the middle of a letter: it was cut short',
        'download it again, and see whether it has its whole size',
      );
    case 'in UTF-8':
      return fault(
        line,
        `this line is written in UTF-8, and ${encoding} is declared`,
        `take "encoding" out of ${at.file}`,
      );
    case 'no letter': {
      const byte = why.byte.toString(16).toUpperCase();
      return fault(
        line,
        `this line is not written in ${encoding}, where the byte ${byte} is no letter`,
        `declare how the file is written in ${at.file}, as in: encoding: macintosh`,
      );
    }
    case 'unlike':
      return fault(
        line,
        `this line is not written in ${encoding ?? 'UTF-8'}`,
        `declare how the file is written in ${at.file}, as in: encoding: windows-1252`,
      );
  }
}
