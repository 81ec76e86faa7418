/** `npm run ingest`: the exports into the database. */
import { endWell } from './command/endings.ts';
import { nothingNew } from './command/nothing-new.ts';
import { sayAccount, type IngestedStep } from './command/say-account.ts';
import { readTask, type Task } from './command/task.ts';

await endWell(async () => {
  const does = "Reads the CRM's exports into the database, where anything has changed since they were read.";
  const task = readTask('ingest', does, process.argv.slice(2), Date.now, {
    options: [
      ['--fresh', 'read every export anew, also where nothing has changed since the last time'],
      ['--steps', 'also how long each step of it took'],
    ],
  });
  const ingested = (await nothingNew(task)) ?? (await readAnew(task));
  console.log(task.json ? JSON.stringify(ingested.account, null, 2) : sayAccount(ingested));
});

/** What it takes to understand the agreement and to read exports is loaded only now: half a second that a run with nothing new need not wait. */
async function readAnew(task: Task): Promise<IngestedStep> {
  const { readCompany } = await import('./command/read-company.ts');
  const { ingestStep } = await import('./command/steps.ts');
  const { sayStepTimes, stepTimes } = await import('./command/step-times.ts');
  const times = stepTimes(() => performance.now());
  const ingested = await ingestStep(task, await readCompany(task), times.watch);
  if (task.said['steps'] === 'yes') console.error(`Steps: ${sayStepTimes(times.end())}.`);
  return ingested;
}
