/** `npm run measure`: from the records to the values. With the name of a metric's file it tells that metric, to be checked by eye. */
import { existsSync } from 'node:fs';
import { closestWord } from '../src/agreement/closest-word.ts';
import { tellMetric } from '../src/publish/metric-told.ts';
import { endWell, Refusal, Usage } from './command/endings.ts';
import { readCompany, type Company } from './command/read-company.ts';
import { editionStep, measureStep, type Measured } from './command/steps.ts';
import { readTask } from './command/task.ts';

await endWell(async () => {
  const task = readTask(
    'measure',
    'Computes what was agreed from the records in the database.',
    process.argv.slice(2),
    Date.now,
    {
      argument: ['[metric]', 'tell one metric, named by its file: its numbers, and what they are made of'],
      options: [['--fresh', 'compute every metric anew, also those that nothing has changed for since the last time']],
    },
  );
  const company = await readCompany(task);
  const slug = task.argument;
  if (slug !== null) mustBeCounted(slug, company);
  if (!existsSync(task.database))
    throw new Refusal(`There is no database ${task.database} yet: run npm run ingest first.`);
  const measured = await measureStep(task, company);
  if (task.json) console.log(JSON.stringify(measured, null, 2));
  else if (slug === null) console.log(sayMeasured(measured));
  else console.log(tellMetric(await editionStep(task, company, measured), slug));
});

/** @throws Usage where no definition has the name; Refusal where it is not counted. */
function mustBeCounted(slug: string, { agreement: { metrics, switchedOff } }: Company): void {
  if (metrics.some((metric) => metric.slug === slug)) return;
  const off = switchedOff.find((metric) => metric.slug === slug);
  if (off) throw new Refusal(`${off.title} is switched off: it says "counted: no".`);
  const slugs = metrics.map((metric) => metric.slug);
  const meant = closestWord(slug, slugs);
  throw new Usage(
    `There is no metric "${slug}": ${meant === null ? `expected one of ${slugs.join(', ')}` : `did you mean "${meant}"?`}`,
  );
}

/** How much there is, and how much of it was computed this time. What is made of others is in neither number. */
function sayMeasured({ values, readings, anew }: Measured): string {
  const all = `${values.length.toLocaleString('en-GB')} values of ${readings.length} metrics`;
  const computed = `${anew.length} ${anew.length === 1 ? 'was' : 'were'} computed anew`;
  return `${all}; ${computed}, for the others nothing has changed.`;
}
