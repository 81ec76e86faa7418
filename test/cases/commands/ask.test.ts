import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askerOf } from '../../../scripts/command/ask.ts';
import type { Question } from '../../../src/records/propose/proposal.ts';

const question: Question = {
  name: 'dates',
  asks: 'How are the days written?',
  example: '"03/04/2026"',
  choices: [
    { answer: 'D/M/YYYY', means: '3 April 2026' },
    { answer: 'M/D/YYYY', means: '4 March 2026' },
  ],
  takes: 'one',
  suggested: null,
  adds: () => ({}),
};

async function answered(typed: string, of: Question = question): Promise<{ answer: string | null; shown: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  let shown = '';
  output.on('data', (chunk: Buffer) => (shown += chunk.toString()));
  const asker = askerOf(input, output);
  const answer = asker.answer(of);
  for (const line of typed.split('\n')) input.write(`${line}\n`);
  const found = await answer;
  asker.close();
  return { answer: found, shown };
}

test('a choice is taken by its number, by its name, or by Enter where one is suggested', async () => {
  expect((await answered('2')).answer).toBe('M/D/YYYY');
  expect((await answered('D/M/YYYY')).answer).toBe('D/M/YYYY');
  expect((await answered('')).answer).toBeNull();
  expect((await answered('', { ...question, suggested: 'M/D/YYYY' })).answer).toBe('M/D/YYYY');
  expect((await answered('?', { ...question, suggested: 'M/D/YYYY' })).answer).toBeNull();
});

test('the choices are numbered, with what each would mean', async () => {
  expect((await answered('1')).shown).toContain(
    '\nHow are the days written? ("03/04/2026")\n  1. D/M/YYYY: 3 April 2026\n  2. M/D/YYYY: 4 March 2026\nA number; ? leaves it open [leave it open]: ',
  );
});

test('several are taken by numbers with commas between', async () => {
  expect((await answered('1, 2', { ...question, takes: 'some' })).answer).toBe('D/M/YYYY, M/D/YYYY');
});
