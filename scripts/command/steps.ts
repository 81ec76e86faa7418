/** The way from exports to an edition, a step each. */
import { availableParallelism } from 'node:os';
import { metricsReading } from '../../src/agreement/metrics-reading.ts';
import { ingest, type IngestTask } from '../../src/records/ingest.ts';
import type { StepWatch } from '../../src/records/ingest-step.ts';
import { measure, type Measurement } from '../../src/measure/measure.ts';
import { unclaimedValues } from '../../src/measure/unclaimed-values.ts';
import { unmatchedTexts } from '../../src/measure/unmatched-texts.ts';
import { bridgeGaps } from '../../src/publish/bridge-gaps.ts';
import { cohortGaps } from '../../src/publish/cohort-gaps.ts';
import { casesOf, forManagers } from '../../src/publish/cases.ts';
import { healthLists } from '../../src/publish/health-lists.ts';
import { makeEdition } from '../../src/publish/make-edition.ts';
import { linksOf } from '../../src/records/crm-link.ts';
import { hiddenFields } from '../../src/records/hidden-fields.ts';
import { unclaimedSaid } from '../../src/story/locale/en/health.ts';
import { readAccount } from '../../src/store/account.ts';
import { openStore } from '../../src/store/open.ts';
import type { Edition } from '../../src/values/edition.ts';
import type { UnclaimedValue } from '../../src/values/unclaimed.ts';
import { codeTold } from './code-told.ts';
import { Faults } from './endings.ts';
import { keepWhatWasObserved } from './ledger.ts';
import { observedFile } from './ledger-places.ts';
import { onDatabase } from './machine-fault.ts';
import { printProblems } from './print-problems.ts';
import type { Company } from './read-company.ts';
import { shownPath } from './read-folder.ts';
import { showProgress } from './progress.ts';
import type { IngestedStep } from './say-account.ts';
import type { Task } from './task.ts';

/** Each takes some memory of its own. */
const mostThreads = 4;

/**
 * Reads the exports into the database, unless it holds just what they would give, and prints what there is to warn of. What was observed is written down where marks are fixed.
 * @throws Faults where a file, or too many of its rows, can't be read; the database built before is untouched.
 */
export async function ingestStep(task: Task, company: Company, watch?: StepWatch): Promise<IngestedStep> {
  const progress = showProgress();
  const ingesting: IngestTask = {
    sources: company.sources,
    connections: company.connections,
    catalogue: company.catalogue,
    exportsDir: task.exports,
    database: task.database,
    company: company.agreement.company,
    now: task.now,
    progress: progress.report,
    threads: Math.min(availableParallelism(), mostThreads),
    readBy: metricsReading(company.agreement, company.catalogue),
    observed: company.observed,
    known: { code: codeTold, texts: company.texts, fresh: task.said['fresh'] === 'yes' },
    watch,
  };
  const reading = onDatabase(task.database, () => ingest(ingesting));
  const { account, problems, observed, readAt } = await reading.finally(progress.end);
  if (problems.some((problem) => problem.level === 'fault')) throw new Faults(problems);
  printProblems(problems, false);
  // What was observed is a fact whatever becomes of the site; a draft writes nothing down.
  if (task.fixesMarks) sayKept(await keepWhatWasObserved(task, observed), observedFile(task));
  return { account, readAt };
}

function sayKept(lines: number, file: string): void {
  if (lines > 0) console.error(`What changed since the export before was written down: commit ${shownPath(file)}.`);
}

export type Measured = Omit<Measurement, 'problems'> & { readonly unclaimed: readonly UnclaimedValue[] };

/**
 * Computes every metric and keeps the values in the database; prints which texts of the agreement no record has, which movements leave something of a balance unexplained, and which stages follow no cohort.
 * @throws Faults where a metric can't be computed: an amount has no rate.
 */
export async function measureStep(task: Task, company: Company): Promise<Measured> {
  const db = openStore(task.database, { readonly: false });
  try {
    const fresh = task.said['fresh'] === 'yes';
    const { agreement, catalogue } = company;
    const { problems, ...measured } = await onDatabase(task.database, () =>
      measure({ db, agreement, catalogue, fresh }),
    );
    if (problems.some((problem) => problem.level === 'fault')) throw new Faults(problems);
    const gaps = [
      ...bridgeGaps(agreement.metrics, measured.values),
      ...cohortGaps(agreement, measured.values, measured.readings),
    ];
    printProblems([...(await unmatchedTexts(db, company)), ...gaps], false);
    const unclaimed = await unclaimedValues(db, { agreement, catalogue, hidden: hiddenFields(company.sources) });
    if (unclaimed.length > 0) console.error(unclaimedSaid(unclaimed, catalogue));
    return { ...measured, unclaimed };
  } finally {
    await db.destroy();
  }
}

/** Everything that the site shows. */
export async function editionStep(task: Task, company: Company, measured: Measured): Promise<Edition> {
  const db = openStore(task.database, { readonly: true });
  try {
    const account = await readAccount(db);
    const { agreement, catalogue, ledger, told } = company;
    const edition = makeEdition({ agreement, catalogue, account, ledger, told, now: task.now, ...measured });
    if (task.edition === 'company') return edition;
    const links = linksOf(company.sources, catalogue);
    const cases = await casesOf({ db, agreement, catalogue, links, values: measured.values });
    return forManagers(edition, cases, await healthLists({ db, agreement, catalogue, links }));
  } finally {
    await db.destroy();
  }
}
