/** `npm run measure`: from the records to the values. */
import { existsSync } from 'node:fs';
import { endWell, Refusal } from './command/endings.ts';
import { readCompany } from './command/read-company.ts';
import { measureStep } from './command/steps.ts';
import { readTask } from './command/task.ts';

await endWell(async () => {
  const task = readTask(
    'measure',
    'Computes what was agreed from the records in the database.',
    process.argv.slice(2),
    Date.now,
  );
  const company = await readCompany(task);
  if (!existsSync(task.database))
    throw new Refusal(`There is no database ${task.database} yet: run npm run ingest first.`);
  const measured = await measureStep(task, company);
  if (task.json) console.log(JSON.stringify(measured, null, 2));
  else console.log(`${measured.values.length.toLocaleString('en-GB')} values of ${measured.readings.length} metrics.`);
});
