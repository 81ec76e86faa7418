import { canonicalKinds } from '../../kinds.ts';
import type { Question } from '../proposal.ts';

/** What a table may be, by its name and columns. */
export interface TableGuess {
  readonly crm: string | null;
  readonly record: string;
  readonly sure: boolean;
  readonly why: string;
}

/** Which of our records a row is, where neither the file's name nor its columns tell for sure. */
export function recordQuestion(guesses: readonly TableGuess[], header: readonly string[]): Question {
  const likely = guesses.map(({ record, why }) => ({ answer: record, means: why }));
  const others = canonicalKinds.filter(({ name }) => !likely.some(({ answer }) => answer === name));
  const choices = [...likely, ...others.map(({ name, means }) => ({ answer: name, means }))];
  return {
    name: 'record',
    asks: 'Which record is a row of this file?',
    example: `its columns are ${header.slice(0, 8).join(', ')}${header.length > 8 ? ' ...' : ''}`,
    choices: choices.filter(({ answer }, index) => choices.findIndex((each) => each.answer === answer) === index),
    takes: 'one',
    suggested: likely[0]?.answer ?? null,
    adds: () => ({}),
  };
}
