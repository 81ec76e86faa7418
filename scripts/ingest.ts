/** `npm run ingest`: the exports into the database. */
import { endWell } from './command/endings.ts';
import { readCompany } from './command/read-company.ts';
import { sayAccount } from './command/say-account.ts';
import { ingestStep } from './command/steps.ts';
import { readTask } from './command/task.ts';

await endWell(async () => {
  const task = readTask('ingest', "Reads the CRM's exports into the database.", process.argv.slice(2), Date.now);
  const account = await ingestStep(task, await readCompany(task));
  console.log(task.json ? JSON.stringify(account, null, 2) : sayAccount(account));
});
