import { tableFile } from '../../store/pages/table-file.ts';
import { emptyFacts } from '../facts.ts';
import type { HeardHeader } from '../header-changes.ts';
import { filesOf } from '../files/found-files.ts';
import { clockOf } from '../forms/moment.ts';
import { loadFile } from '../load/load-file.ts';
import { newCounts } from '../load/row-counts.ts';
import type { PlanContext } from '../load/row-plan.ts';
import { personKeyed } from '../person-key.ts';
import type { Part, PartContext, PartTask } from './part.ts';
import { partSink } from './part-sink.ts';

/** Loads a file into a database of its own. `onPiece` hears how many bytes and rows are read so far. @throws where the disk does, or the file is gone. */
export async function loadPart(task: PartTask, onPiece: (bytes: number, rows: number) => void): Promise<Part> {
  const { source, path, file, container, number, asOf } = task;
  const found = (await filesOf(container.path, container.name)).find(({ name }) => name === file);
  if (!found) throw new Error(`${path} is gone.`);
  const counts = newCounts(source.name, file);
  counts.asOf = asOf;
  const facts = emptyFacts();
  const headers: HeardHeader[] = [];
  let bytesRead = 0;
  const into = tableFile(task.part);
  try {
    const sink = partSink(into, counts, task.tables);
    const problems = await loadFile({
      source,
      path,
      file,
      open: found.open,
      openWorkbook: found.openWorkbook,
      number,
      context: planContext(task.context),
      keeper: sink,
      facts: asOf === null ? facts : null,
      onHeader: (columns) => headers.push({ source: source.name, file, path, columns }),
      onPiece: (bytes) => onPiece((bytesRead += bytes), counts.rows),
    });
    into.end();
    return { counts, targets: sink.targets, problems, headers, facts };
  } finally {
    into.close();
  }
}

function planContext({ catalogue, timeZone, currency, personKey }: PartContext): PlanContext {
  return {
    catalogue,
    clock: clockOf(timeZone),
    currency,
    personOf: personKeyed(Buffer.from(personKey)),
    hide: () => {
      throw new Error('Names become numbers in the order of reading: their files are not loaded by themselves.');
    },
  };
}
