/** `npm run doctor`: which metrics of the agreement this company's exports can carry, since when, and what to switch on in the CRM. */
import { closestWord } from '../src/agreement/closest-word.ts';
import { diagnose } from '../src/publish/doctor/diagnose.ts';
import { allMetrics } from '../src/publish/doctor/examined.ts';
import { mendsIn } from '../src/publish/doctor/mends.ts';
import { tellStory } from '../src/publish/doctor/metric-story.ts';
import { sayDoctor, verdictOf } from '../src/publish/doctor/say-doctor.ts';
import { crmsOf } from '../src/records/switches/crms-of.ts';
import type { Metric } from '../src/values/agreement.ts';
import { endWell, Usage } from './command/endings.ts';
import { examine } from './command/examine.ts';
import { readCompany, type Company } from './command/read-company.ts';
import { readTask } from './command/task.ts';

await endWell(async () => {
  const task = readTask(
    'doctor',
    "Says which metrics this company's exports can carry, since when, and what to switch on in the CRM. Reads the exports; changes no database.",
    process.argv.slice(2),
    Date.now,
    { argument: ['[metric]', 'tell one metric, named by its file: what it reads, from where, how full that is'] },
  );
  const company = await readCompany(task);
  const metric = task.argument === null ? null : metricNamed(task.argument, company);
  const examined = await examine(task, company);
  const diagnoses = diagnose(examined);
  const crms = crmsOf(company.sources);
  const told = metric === null ? diagnoses : diagnoses.filter(({ slug }) => slug === metric.slug);
  const mends = crms.flatMap((crm) => mendsIn(crm, told, company.catalogue));
  const [diagnosis] = told;
  if (task.json) console.log(JSON.stringify({ verdict: verdictOf(told, mends), crms, mends, metrics: told }, null, 2));
  else if (metric === null || !diagnosis) console.log(sayDoctor(diagnoses, mends).join('\n'));
  else console.log(tellStory(metric, diagnosis, crms, examined).join('\n'));
});

/** @throws Usage where no definition has the name. */
function metricNamed(slug: string, { agreement }: Company): Metric {
  const all = allMetrics(agreement);
  const found = all.find((metric) => metric.slug === slug);
  if (found) return found;
  const slugs = all.map((metric) => metric.slug);
  const meant = closestWord(slug, slugs);
  throw new Usage(
    `There is no metric "${slug}": ${meant === null ? `expected one of ${slugs.join(', ')}` : `did you mean "${meant}"?`}`,
  );
}
