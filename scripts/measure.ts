/** `npm run measure`: from the records to the values. */
import { existsSync } from 'node:fs';
import { endWell, Refusal } from './command/endings.ts';
import { readCompany } from './command/read-company.ts';
import { measureStep, type Measured } from './command/steps.ts';
import { readTask } from './command/task.ts';

await endWell(async () => {
  const task = readTask(
    'measure',
    'Computes what was agreed from the records in the database.',
    process.argv.slice(2),
    Date.now,
    {
      options: [['--fresh', 'compute every metric anew, also those that nothing has changed for since the last time']],
    },
  );
  const company = await readCompany(task);
  if (!existsSync(task.database))
    throw new Refusal(`There is no database ${task.database} yet: run npm run ingest first.`);
  const measured = await measureStep(task, company);
  if (task.json) console.log(JSON.stringify(measured, null, 2));
  else console.log(sayMeasured(measured));
});

/** How much there is, and how much of it was computed this time. What is made of others is in neither number. */
function sayMeasured({ values, readings, anew }: Measured): string {
  const all = `${values.length.toLocaleString('en-GB')} values of ${readings.length} metrics`;
  const computed = `${anew.length} ${anew.length === 1 ? 'was' : 'were'} computed anew`;
  return `${all}; ${computed}, for the others nothing has changed.`;
}
