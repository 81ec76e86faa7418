/** `npm run map -- FILE`: what an export seems to be, and the source that reads it: proposed, asked about, and written to `data/sources`. */
import { resolve } from 'node:path';
import { propose } from '../src/records/propose/propose.ts';
import { sayProposal, sayQuestion } from '../src/records/propose/say-proposal.ts';
import { sourceName } from '../src/records/propose/source-name.ts';
import { sourceText } from '../src/records/propose/source-text.ts';
import { askerOf } from './command/ask.ts';
import { endWell, Usage } from './command/endings.ts';
import { answersFor, answersOf, checkAnswers, companyZone, sampleFile, writeSource } from './command/map-file.ts';
import { readTask } from './command/task.ts';

await endWell(async () => {
  const task = readTask(
    'map',
    'Reads the header and the first rows of an export, proposes the source that reads it, and writes it to the folder sources after asking.',
    process.argv.slice(2),
    Date.now,
    {
      argument: ['[file]', 'an export: CSV, TSV or XLSX, also in a ZIP or gzipped'],
      options: [
        [
          '--answer <question=answer>',
          'answers a question that it asks, of one table where it is TABLE:question=answer; may be said several times',
          'repeats',
        ],
        ['--write', 'writes the source without asking, with the open questions in it as comments'],
        ['--replace', 'writes over a source that is there'],
      ],
    },
  );
  if (task.argument === null) throw new Usage('map needs a file: npm run map -- data/exports/Lead.csv');
  const said = task.data === resolve('data', 'sample') && !process.argv.some((word) => word.startsWith('--data'));
  const data = said ? resolve('data') : task.data;
  const samples = await sampleFile(task.argument);
  const zone = await companyZone(data);
  const given = answersOf(task.said.answer);
  const asker =
    process.stdin.isTTY && !task.json && task.said.write === undefined ? askerOf(process.stdin, process.stdout) : null;
  const proposals = [];
  const tables = samples.map(sourceName);
  for (const sample of samples) {
    const answers = answersFor(given, sourceName(sample), tables);
    let proposal = propose(sample, answers, zone);
    const left = new Set<string>();
    if (asker) console.log(sayProposal(proposal).join('\n'));
    for (;;) {
      const question = proposal.questions.find(({ name }) => !left.has(name));
      if (!asker || !question) break;
      const answer = await asker.answer(question);
      if (answer === null) left.add(question.name);
      else answers.set(question.name, answer);
      proposal = propose(sample, answers, zone);
    }
    proposals.push(proposal);
  }
  checkAnswers(given, proposals);
  if (task.json)
    console.log(
      JSON.stringify({ tables: proposals.map((proposal) => ({ ...proposal, source: sourceText(proposal) })) }, null, 2),
    );
  for (const proposal of proposals) {
    if (!task.json && !asker) {
      console.log(sayProposal(proposal).join('\n'));
      for (const question of proposal.questions)
        console.log(sayQuestion(question, tables.length > 1 ? proposal.name : null).join('\n'));
    }
    const path = `${data}/sources/${proposal.name}.yml`;
    if (proposal.record === null) {
      if (!task.json)
        console.log(
          `Nothing is written for ${proposal.reads}: say what its rows are, or leave the file out if nothing counts them.`,
        );
      continue;
    }
    const isWanted = task.said.write !== undefined || (asker !== null && (await asker.confirm(`Write ${path}?`)));
    if (isWanted) {
      await writeSource(path, sourceText(proposal), task.said.replace !== undefined);
      const open = proposal.questions.map(({ name }) => name).join(', ');
      const still =
        open === ''
          ? ''
          : `. Still open in it: ${open}; --answer and --replace answer it, best before anything is pruned`;
      if (!task.json) console.log(`Written: ${path}${still}`);
    } else if (!task.json) console.log(`\n${sourceText(proposal)}\nNothing was written: --write writes it to ${path}.`);
  }
  asker?.close();
});
