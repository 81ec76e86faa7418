/** `npm run check`: every problem of the agreement and the sources, each with its place. */
import { usesOfAgreement } from '../src/agreement/uses-of-agreement.ts';
import { needsWithoutBounds } from '../src/measure/needs-without-bounds.ts';
import { unusedMappings } from '../src/records/unused-mappings.ts';
import { endWell } from './command/endings.ts';
import { printProblems } from './command/print-problems.ts';
import { readCompany } from './command/read-company.ts';
import { readTask } from './command/task.ts';

await endWell(async () => {
  const task = readTask('check', 'Checks the agreement and the sources.', process.argv.slice(2), Date.now);
  const { agreement, sources, catalogue, warnings } = await readCompany(task, { advised: true });
  const happens = new Map(catalogue.kinds.map((kind) => [kind.name, kind.happens]));
  const unused = unusedMappings(sources, usesOfAgreement(agreement, catalogue).fields, happens);
  printProblems([...warnings, ...unused, ...needsWithoutBounds(agreement, catalogue)], task.json);
  if (task.json) return;
  const { metrics, terms } = agreement;
  console.log(`All is well: ${metrics.length} metrics and promises, ${terms.length} terms.`);
  for (const metric of metrics) {
    if (metric.missing.length > 0)
      console.log(`Not countable yet: ${metric.title}. No source maps ${metric.missing.join(', ')}.`);
  }
});
