import type { Edition } from '../../src/values/edition.ts';
import { buildSite, putSiteBack } from './build-site.ts';
import { holdNoKeys } from './hold-no-keys.ts';
import { keepWhatStands } from './ledger.ts';
import { ledgerFile, toldFile } from './ledger-places.ts';
import { printProblems } from './print-problems.ts';
import { mayPublish } from './publish-guard.ts';
import { shownPath } from './read-folder.ts';
import { readCompany, type Company } from './read-company.ts';
import { sayAccount } from './say-account.ts';
import { sayLeftOut } from './say-left-out.ts';
import { editionStep, ingestStep, measureStep } from './steps.ts';
import type { Task } from './task.ts';

/** From the agreement and the exports to everything that the site shows. Says what it did. */
export async function makeTheEdition(task: Task, company: Company): Promise<Edition> {
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
  await putSiteBack(task.out);
  const company = await readCompany(task);
  const edition = await makeTheEdition(task, company);
  await buildSite(edition, task, (site) => holdNoKeys(task, company, site));
  const kept = task.fixesMarks ? await keepWhatStands(task, edition) : { marks: 0, told: 0 };
  if (kept.marks > 0)
    console.log(
      `${kept.marks} marks were fixed, for their periods have closed: commit ${shownPath(ledgerFile(task))}.`,
    );
  if (kept.told > 0) console.log(`What stands this week was written down: commit ${shownPath(toldFile(task))}.`);
  console.log(`${edition.verdict.title.words} The site is in ${task.out}.`);
}
