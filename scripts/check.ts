/** `npm run check`: every problem of the agreement and the sources, each with its place. `--prune`: switches off what these sources can't carry. */
import { readFileSync, writeFileSync } from 'node:fs';
import { switchedOff, uncarried } from '../src/agreement/prune.ts';
import { usesOfAgreement } from '../src/agreement/uses-of-agreement.ts';
import { needsWithoutBounds } from '../src/measure/needs-without-bounds.ts';
import { openQuestions } from '../src/records/open-questions.ts';
import { unusedMappings } from '../src/records/unused-mappings.ts';
import { endWell, Faults } from './command/endings.ts';
import { printProblems } from './command/print-problems.ts';
import { examineEmpty } from './command/examine.ts';
import { readCompany } from './command/read-company.ts';
import { readTask, type Asked, type Task } from './command/task.ts';

const asked = {
  options: [
    [
      '--prune',
      'switch off each definition that reads what no source maps, or no export holds: writes "counted: no" into its file',
    ],
  ],
} as const satisfies Asked;

await endWell(async () => {
  const task = readTask('check', 'Checks the agreement and the sources.', process.argv.slice(2), Date.now, asked);
  if (task.said['prune'] === 'yes') await prune(task);
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

/** Writes into the files of the agreement, and tells which and why. What is mapped and always empty only the exports tell. */
async function prune(task: Task): Promise<void> {
  const company = await readCompany(task);
  // What is pruned now would stay switched off when the answer brings it back.
  const open = openQuestions(company.sources, 'fault');
  if (open.length > 0) throw new Faults(open);
  const empty = await examineEmpty(task, company);
  const say = (text: string): void => (task.json ? undefined : console.log(text));
  if (empty === null)
    say(`There are no exports in ${task.exports}: whether what is mapped is filled is not known yet.`);
  for (const { metric, because } of uncarried(company.agreement, company.catalogue, empty ?? undefined)) {
    const { file } = metric.at;
    writeFileSync(file, switchedOff(readFileSync(file, 'utf8'), because));
    say(`Switched off: ${metric.title} (${file}), as ${because}.`);
  }
}
