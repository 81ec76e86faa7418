import type { Edition } from '../../src/values/edition.ts';
import { buildSite } from './build-site.ts';
import { keepTheLedger, ledgerFile } from './ledger.ts';
import { printProblems } from './print-problems.ts';
import { mayPublish } from './publish-guard.ts';
import { shownPath } from './read-folder.ts';
import { readCompany } from './read-company.ts';
import { sayAccount } from './say-account.ts';
import { sayLeftOut } from './say-left-out.ts';
import { editionStep, ingestStep, measureStep } from './steps.ts';
import type { Task } from './task.ts';

/** From the agreement and the exports to everything that the site shows. Says what it did. */
export async function makeTheEdition(task: Task): Promise<Edition> {
  const company = await readCompany(task);
  const { SAME_PAGE_READERS, SAME_PAGE_MANAGERS_READERS } = process.env;
  mayPublish(task, company.agreement, { company: SAME_PAGE_READERS, managers: SAME_PAGE_MANAGERS_READERS });
  printProblems(company.warnings, false);
  console.log(
    `Ages are told by the clock at ${new Date(task.now * 1000).toISOString().replace('.000Z', 'Z')} (--now sets another).`,
  );
  console.log(sayAccount(await ingestStep(task, company)));
  const edition = await editionStep(task, company, await measureStep(task, company));
  for (const line of sayLeftOut(edition)) console.error(line);
  return edition;
}

/** The whole way: exports in, the site out. */
export async function goTheWholeWay(task: Task): Promise<void> {
  const edition = await makeTheEdition(task);
  await buildSite(edition, task);
  const fixed = task.fixesMarks ? await keepTheLedger(task, edition.ledger) : 0;
  if (fixed > 0)
    console.log(`${fixed} marks were fixed, for their periods have closed: commit ${shownPath(ledgerFile(task))}.`);
  console.log(`${edition.verdict.title.words} The site is in ${task.out}.`);
}
