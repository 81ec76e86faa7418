import type { Dice } from '../../../scripts/sample/chance.ts';
import type { Mutation } from './mutation.ts';

type ChangeLines = (lines: string[], dice: Dice) => string[];

/** What may become of the rows of a table that is text: each is a line here, whatever its quotes say. */
export const rowMutations: readonly Mutation[] = [
  lines('rows twice', (all, dice) => oneOf(all, dice, (line) => Array.from({ length: dice.whole(2, 40) }, () => line))),
  lines('rows in another order', (all, dice) => [all[0] ?? '', ...shuffled(all.slice(1), dice)]),
  lines('the header among the rows', (all, dice) => all.toSpliced(dice.whole(0, all.length), 0, all[0] ?? '')),
  lines('no header', (all) => all.slice(1)),
  lines('lines lost', (all, dice) => all.toSpliced(dice.whole(0, all.length), dice.whole(1, 5))),
  lines('empty lines', (all, dice) => all.flatMap((line) => (dice.chance(0.3) ? [line, dice.pick(['', '\r', ' ', ',', '""', ',,,,'])] : [line]))), // prettier-ignore
  lines('line ends of another kind', (all, dice) => all.map((line) => (dice.chance(0.5) ? `${line}\r` : line.replace(/\r$/, '')))), // prettier-ignore
  lines('line ends of old Macs', (all, dice) => [all.join(dice.chance(0.5) ? '\r' : '\n\r')]),
  cells('quotes taken away', (all, dice) => all.map((cell) => (dice.chance(0.2) ? cell.replaceAll('"', '') : cell))),
  cells('quotes put in', (all, dice) => one(all, dice, (cell) => dice.pick([`"${cell}`, `${cell}"`, `"${cell}"`, `"${cell}"x`, `"${cell}\n`]))), // prettier-ignore
  cells('another separator', (all, dice) => [all.join(dice.pick([',', ';', '\t', '|', '', ', ']))]),
  cells('values too many', (all, dice) => [...all, ...Array.from({ length: dice.whole(1, 60) }, () => dice.pick(['', 'x', '""']))]), // prettier-ignore
  cells('values too few', (all, dice) => all.slice(0, dice.whole(0, all.length))),
  cells('keys emptied', (all, dice) => [dice.pick(['', '""', '" "', '"\0"']), ...all.slice(1)]),
  cells('keys repeated', (all) => ['"the same"', ...all.slice(1)]),
  cells('keys damaged', (all, dice) => [dice.pick(['5.80E+18', '"1,23E+17"', '#REF!', '=A1', `"${'0'.repeat(300)}"`, '__proto__', 'toString']), ...all.slice(1)]), // prettier-ignore
  cells('values that are none', (all, dice) => one(all, dice, () => dice.pick(impossible))),
  cells('a long value', (all, dice) => one(all, dice, () => longValue(dice))),
  columns('a column more', (all, dice) => all.toSpliced(dice.whole(0, all.length), 0, 'New__c')),
  columns('a column less', (all, dice) => all.toSpliced(dice.whole(0, all.length), 1)),
  columns('a column renamed', (all, dice) => one(all, dice, (name) => dice.pick([`${name}2`, name.toUpperCase(), ` ${name} `, '', '""']))), // prettier-ignore
  columns('a column twice', (all, dice) => one(all, dice, () => dice.pick(all))),
  columns('many columns', (all, dice) => [
    ...all,
    ...Array.from({ length: dice.pick([300, 25_000]) }, (_, at) => `c${at}`),
  ]),
  columns('columns in another order', shuffled),
];

const impossible = [
  '2026-02-31',
  '0000-00-00',
  '31.12.99999',
  '2026-13-45T99:99:99Z',
  '-271821-04-20',
  '1e400',
  '-0',
  '٣',
  '0x1F',
  '1,2,3',
  '1.234.567,89',
  '12a', // prettier-ignore
  '99999999999999999999999999',
  'NaN',
  'Infinity',
  'true',
  '"',
  '\\',
  '\\N',
  'null',
  '{{key}}',
  "'; drop table lead; --",
  '\ud800',
  '\u0000',
  '"a\nb\nc"', // prettier-ignore
] as const;

/** A value so long, of such letters, that a pattern which goes back and forth over it never ends. */
function longValue(dice: Dice): string {
  const [before, within, after] = dice.pick([['', 'x', ''], ['', 'x', '1'], ['', '1', ''], ['', '1', 'x'], ['1', ' ', 'x'], ['1', ' ', '1'], ['x', ' ', 'x'], ['-', '-', ''], ['(1', ' ', '('], ['1', "'", '!'], ['', '1.', 'x'], ['May 1', ' ', '2026'], ['1', ' A', ' AB'], ['1:1', ' Z', '1'], ['', '(1 ', ''], ['total', ' ', '!'], ['P', '1D', '']]); // prettier-ignore
  return `${before}${within.repeat(dice.pick([300, 70_000, 450_000, 1_000_001]))}${after}`;
}

function lines(name: string, change: ChangeLines): Mutation {
  return {
    name,
    change(bytes, dice) {
      const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
      // Read so, every byte is a letter, and comes back as it was.
      const encoding = isWide ? 'utf16le' : 'latin1';
      const all = bytes.toString(encoding).split('\n');
      const last = all.at(-1) === '' ? all.pop() : undefined;
      const changed = change(all, dice).join('\n');
      return Buffer.from(last === undefined ? changed : `${changed}\n`, encoding);
    },
  };
}

/** Changes the values of one to five rows, each as it is written. */
function cells(name: string, change: ChangeLines): Mutation {
  return lines(name, (all, dice) => {
    const changed = [...all];
    for (let left = dice.whole(1, 5); left > 0 && all.length > 1; left -= 1) {
      const at = dice.whole(1, all.length - 1);
      changed[at] = changedLine(changed[at] ?? '', change, dice);
    }
    return changed;
  });
}

function columns(name: string, change: ChangeLines): Mutation {
  return lines(name, ([header = '', ...rows], dice) => [changedLine(header, change, dice), ...rows]);
}

function changedLine(line: string, change: ChangeLines, dice: Dice): string {
  const separator = [',', ';', '\t'].reduce((best, each) => (line.split(each).length > line.split(best).length ? each : best)); // prettier-ignore
  return change(line.split(separator), dice).join(separator);
}

function one(all: readonly string[], dice: Dice, change: (value: string) => string): string[] {
  const at = dice.whole(0, Math.max(0, all.length - 1));
  return all.map((value, place) => (place === at ? change(value) : value));
}

function oneOf(all: readonly string[], dice: Dice, change: (line: string) => string[]): string[] {
  const at = dice.whole(0, all.length);
  return all.flatMap((line, place) => (place === at ? change(line) : [line]));
}

function shuffled(all: readonly string[], dice: Dice): string[] {
  return all
    .map((value) => ({ value, at: dice.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
