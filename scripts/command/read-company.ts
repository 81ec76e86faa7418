import { join } from 'node:path';
import { parseAgreement } from '../../src/agreement/parse-agreement.ts';
import { catalogueOf } from '../../src/records/catalogue.ts';
import type { Connection } from '../../src/records/connection.ts';
import type { ObservedLine } from '../../src/records/history/observed-line.ts';
import { withObserved } from '../../src/records/history/with-observed.ts';
import { readSources } from '../../src/records/read-sources.ts';
import type { Source } from '../../src/records/source.ts';
import type { Agreement } from '../../src/values/agreement.ts';
import type { Catalogue } from '../../src/values/catalogue.ts';
import type { Problem } from '../../src/values/problem.ts';
import type { ToldRow } from '../../src/values/told.ts';
import type { FixedMark } from '../../src/values/value.ts';
import { Faults } from './endings.ts';
import { readTheLedger, readWhatStood, readWhatWasObserved } from './ledger.ts';
import { readFolder } from './read-folder.ts';
import type { Task } from './task.ts';
import { textsWritten } from './texts-written.ts';

/** What a company wrote down: what it counts, and where the records come from. */
export interface Company {
  readonly agreement: Agreement;
  /** Those of the data folder; and one for what was observed, where something was. */
  readonly sources: readonly Source[];
  /** Where exports are pulled from. */
  readonly connections: readonly Connection[];
  readonly catalogue: Catalogue;
  /** The marks that were fixed when their periods closed. */
  readonly ledger: readonly FixedMark[];
  /** What stood in the weeks in which something was published. */
  readonly told: readonly ToldRow[];
  /** What was observed between the exports of runs before. */
  readonly observed: readonly ObservedLine[];
  readonly warnings: readonly Problem[];
  /** Tells the texts that all of this was read from: see `textsWritten`. */
  readonly texts: string;
}

/**
 * Reads the data folder. `advised`: tells also what is worth a look and stops nothing.
 * @throws Faults with all problems of all files, if there is a fault among them.
 */
export async function readCompany(task: Task, { advised = false } = {}): Promise<Company> {
  // Before they are read: a text that is changed meanwhile is then another one the next time.
  const texts = await textsWritten(task);
  const {
    sources: written,
    connections,
    problems: ofSources,
  } = readSources(await readFolder(join(task.data, 'sources'), ['.yml', '.yaml']));
  const { lines: observed, problems: ofObserved } = await readWhatWasObserved(task);
  const sources = withObserved(written, observed);
  const catalogue = catalogueOf(sources);
  const files = await readFolder(join(task.data, 'agreement'), ['.yml', '.yaml', '.md']);
  const { agreement, problems: ofAgreement } = parseAgreement(files, catalogue, advised ? dayOf(task.now) : null);
  const { ledger, problems: ofLedger } = await readTheLedger(task);
  const { told, problems: ofTold } = await readWhatStood(task);
  const problems = [...ofSources, ...ofAgreement, ...ofLedger, ...ofTold, ...ofObserved];
  if (!agreement || problems.some((problem) => problem.level === 'fault')) throw new Faults(problems);
  return { agreement, sources, connections, catalogue, ledger, told, observed, warnings: problems, texts };
}

/** A review is due by a day; at which end of the world it ends first does not matter. */
function dayOf(now: number): string {
  return new Date(now * 1000).toISOString().slice(0, 10);
}
