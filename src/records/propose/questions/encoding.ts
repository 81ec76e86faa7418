import type { TableSample } from '../../files/sample-of.ts';
import type { Question } from '../proposal.ts';

const likely = ['windows-1252', 'windows-1250', 'ISO-8859-15', 'Shift_JIS', 'GB2312'];

/** How letters are written, where it is not UTF-8: a guess until someone has seen a name with a letter that is not English. */
export function encodingQuestion({ encoding, rows }: TableSample): Question | null {
  if (encoding.startsWith('utf-')) return null;
  const example = rows.flat().find((value) => [...value].some((letter) => letter > '\u007f')) ?? '';
  return {
    name: 'encoding',
    asks: 'How are letters written in this file? It is not UTF-8.',
    example: example.length > 40 ? '' : `as ${encoding} one value is "${example}"`,
    choices: likely.map((answer) => ({
      answer,
      means: answer === encoding ? 'Western languages on Windows: the usual' : '',
    })),
    takes: 'one',
    suggested: encoding,
    adds: (answer) => ({ keys: [{ key: 'encoding', value: answer, confidence: 'answered', why: 'as you said' }] }),
  };
}
