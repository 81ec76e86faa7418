import type { Dice } from '../../../scripts/sample/chance.ts';
import { placeIn, spliced } from './mutation.ts';
import type { Mutation } from './mutation.ts';

/** Runs of bytes that trip readers: ends, quotes, marks and halves of letters. */
const odd: readonly Buffer[] = [
  '\0',
  '\0\0\0\0',
  '"',
  '""',
  '"""',
  "'",
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '\u2028',
  '\u0085',
  '\u001a',
  '\u000b', // prettier-ignore
  '\uFEFF',
  '\u00a0',
  '\u200b',
  '\u202e',
  '\ud83d\ude00',
  'e\u0301',
  '=1+1',
  '-',
  '1e999',
  'NaN',
  '__proto__',
  'constructor', // prettier-ignore
].map((text) => Buffer.from(text));
const halves = ['ff', 'fe', 'fffe', 'feff', 'c3', 'e282', 'f09f98', 'eda080', 'c080', '80', '93', '8f', '1f8b', '504b0304'].map((hex) => Buffer.from(hex, 'hex')); // prettier-ignore

const marks = ['efbbbf', 'fffe', 'feff', 'efbbbfefbbbf', 'fffe0000', '2b2f76'];

/** What may become of the bytes of any file. */
export const byteMutations: readonly Mutation[] = [
  { name: 'cut off', change: (bytes, dice) => bytes.subarray(0, placeIn(bytes.length, dice)) },
  { name: 'beginning lost', change: (bytes, dice) => bytes.subarray(placeIn(bytes.length, dice)) },
  { name: 'bits flipped', change: (bytes, dice) => eachOf(bytes, dice, (byte) => byte ^ (1 << dice.whole(0, 7))) },
  { name: 'bytes changed', change: (bytes, dice) => eachOf(bytes, dice, () => dice.whole(0, 255)) },
  { name: 'zeros in it', change: (bytes, dice) => Buffer.from(bytes).fill(0, ...runIn(bytes, dice, 600)) },
  {
    name: 'bytes put in',
    change(bytes, dice) {
      const at = placeIn(bytes.length, dice);
      return spliced(bytes, at, at, dice.pick([...odd, ...halves]));
    },
  },
  { name: 'bytes lost', change: (bytes, dice) => spliced(bytes, ...runIn(bytes, dice, 300), Buffer.alloc(0)) },
  {
    name: 'a run repeated',
    change(bytes, dice) {
      const [from, to] = runIn(bytes, dice, 2000);
      return spliced(bytes, to, to, Buffer.concat(Array.from({ length: dice.whole(1, 20) }, () => bytes.subarray(from, to)))); // prettier-ignore
    },
  },
  {
    name: 'a run put elsewhere',
    change(bytes, dice) {
      const [from, to] = runIn(bytes, dice, 500);
      const at = placeIn(bytes.length, dice);
      return spliced(bytes, at, Math.min(bytes.length, at + dice.whole(0, to - from)), bytes.subarray(from, to));
    },
  },
  { name: 'half of it in UTF-16', change: (bytes, dice) => halfAs(bytes, dice, 'utf16le') },
  { name: 'half of it in windows-1252', change: (bytes, dice) => halfAs(bytes, dice, 'latin1') },
  { name: 'a mark in front', change: (bytes, dice) => Buffer.concat([Buffer.from(dice.pick(marks), 'hex'), bytes]) },
  { name: 'emptied', change: () => Buffer.alloc(0) },
];

function eachOf(bytes: Buffer, dice: Dice, change: (byte: number) => number): Buffer {
  const changed = Buffer.from(bytes);
  if (bytes.length === 0) return changed;
  for (let left = dice.whole(1, 8); left > 0; left -= 1) {
    const at = dice.whole(0, bytes.length - 1);
    changed[at] = change(changed[at] ?? 0);
  }
  return changed;
}

function runIn(bytes: Buffer, dice: Dice, longest: number): [from: number, to: number] {
  const from = placeIn(bytes.length, dice);
  return [from, Math.min(bytes.length, from + dice.whole(1, longest))];
}

function halfAs(bytes: Buffer, dice: Dice, encoding: 'utf16le' | 'latin1'): Buffer {
  const at = placeIn(bytes.length, dice);
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(bytes.subarray(at).toString('utf8'), encoding)]);
}
