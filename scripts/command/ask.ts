import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { isAnswer, expectedOf } from '../../src/records/propose/answered.ts';
import type { Question } from '../../src/records/propose/proposal.ts';

/** Asks a person, on a terminal. */
export interface Asker {
  /** The answer to a question; null where it is left open. */
  answer(question: Question): Promise<string | null>;
  /** Yes, unless it is said otherwise. */
  confirm(asks: string): Promise<boolean>;
  close(): void;
}

/** Choices are numbered, the suggested one stands in brackets and is taken by Enter; where none is, Enter leaves the question open. */
export function askerOf(input: Readable, output: Writable): Asker {
  const lines = createInterface({ input, output });
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  const ask = (text: string): Promise<string> => Promise.race([lines.question(text), ended]);
  return {
    async answer(question) {
      output.write(`\n${choicesOf(question).join('\n')}\n`);
      for (;;) {
        const said = (await ask(promptOf(question))).trim();
        if (said === '') return question.suggested;
        if (said === '?') return null;
        const answer = answerOf(question, said);
        if (isAnswer(question, answer)) return answer;
        output.write(`I don't understand "${said}": expected a number of the list, or ${expectedOf(question)}.\n`);
      }
    },
    async confirm(asks) {
      const said = (await ask(`${asks} [yes]: `)).trim().toLowerCase();
      return said === '' || said === 'y' || said === 'yes';
    },
    close: () => lines.close(),
  };
}

function choicesOf({ asks, example, choices }: Question): string[] {
  const listed = choices.map(
    ({ answer, means }, index) => `  ${index + 1}. ${answer}${means === '' ? '' : `: ${means}`}`,
  );
  return [`${asks}${example === '' ? '' : ` (${example})`}`, ...listed];
}

function promptOf({ takes, suggested }: Question): string {
  const how =
    takes === 'some'
      ? 'Numbers with commas between, or none'
      : takes === 'any'
        ? 'A number, or what it is'
        : 'A number';
  return `${how}; ? leaves it open [${suggested ?? 'leave it open'}]: `;
}

/** Numbers stand for the choices of the list. */
function answerOf({ choices, takes }: Question, said: string): string {
  const one = (text: string): string => choices[Number(text.trim()) - 1]?.answer ?? text.trim();
  return takes === 'some' ? said.split(',').map(one).join(', ') : one(said);
}
