/** English: the page of words. */
import { capital, counted, inWords } from './forms.ts';

export const vocabularyNames = {
  lead: 'The same text is read by people here and by the program that counts. So a word can’t mean one thing and count another.',
  mostUsed: 'Most numbers rest on these',
  all: 'All words',
} as const;

/** `83 of our numbers rest on 91 words`. */
export const numbersRestOn = (numbers: number, words: number) =>
  `${capital(inWords(numbers))} of our numbers ${numbers === 1 ? 'rests' : 'rest'} on ${counted(words, 'word', 'words')}`;
export const wordsAlone = (words: number) =>
  `${capital(inWords(words))} ${words === 1 ? 'word' : 'words'} that we all use the same way`;
/** `44 numbers`, beside a word. */
export const restingOnIt = (numbers: number) => counted(numbers, 'number', 'numbers');
