import { gunzipSync, gzipSync } from 'node:zlib';
import type { Dice } from '../../../scripts/sample/chance.ts';
import { byteMutations } from './mutate-bytes.ts';
import { rowMutations } from './mutate-rows.ts';
import type { Mutation } from './mutation.ts';
import { packed, unpacked } from './packing.ts';

/** Fields of a ZIP's records that tell what follows: where they stand behind the record's mark, and how long they are. */
const fields = [
  { mark: 'PK\u0003\u0004', at: [6, 8, 14, 18, 22, 26, 28] },
  { mark: 'PK\u0001\u0002', at: [8, 10, 16, 20, 24, 28, 30, 32, 42] },
  { mark: 'PK\u0005\u0006', at: [8, 10, 12, 16, 20] },
] as const;

/** Numbers that a reader may add to another one once too often. */
const numbers = [0, 1, 5, 0xff, 0x7fff, 0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff];

/** What may become of a ZIP, and of a workbook, which is one. */
export const zipMutations: readonly Mutation[] = [
  { name: 'a field of a ZIP', change: changedField },
  inside('a file in it', [...byteMutations, ...rowMutations]),
  inside('a file in it', [markup()]),
  parts('a file of it lost', (names, dice) => without(names, dice.pick([...names.keys()]))),
  parts('two files of it swapped', (names, dice) => swapped(names, dice)),
  parts('a file of it by another name', (names, dice) => renamed(names, dice)),
  { name: 'something behind it', change: (bytes, dice) => Buffer.concat([bytes, bytes.subarray(0, dice.whole(0, bytes.length))]) }, // prettier-ignore
];

/** What may become of a gzip. */
export const gzipMutations: readonly Mutation[] = [
  {
    name: 'what is packed',
    change(bytes, dice) {
      const { change } = dice.pick([...byteMutations, ...rowMutations]);
      return gzipSync(change(gunzipSync(bytes), dice));
    },
  },
  { name: 'packed twice', change: (bytes) => gzipSync(bytes) },
  { name: 'two in one', change: (bytes) => Buffer.concat([bytes, bytes]) },
  { name: 'something behind it', change: (bytes, dice) => Buffer.concat([bytes, Buffer.alloc(dice.whole(1, 50), dice.whole(0, 255))]) }, // prettier-ignore
];

function changedField(bytes: Buffer, dice: Dice): Buffer {
  const changed = Buffer.from(bytes);
  const { mark, at } = dice.pick(fields);
  const marks: number[] = [];
  for (let from = bytes.indexOf(mark, 0, 'latin1'); from >= 0; from = bytes.indexOf(mark, from + 4, 'latin1')) marks.push(from); // prettier-ignore
  if (marks.length === 0) return changed;
  const place = dice.pick(marks) + dice.pick(at);
  const number = dice.pick(numbers);
  if (dice.chance(0.5) && place + 4 <= changed.length) changed.writeUInt32LE(number, place);
  else if (place + 2 <= changed.length) changed.writeUInt16LE(number & 0xffff, place);
  return changed;
}

type ChangeParts = (parts: Map<string, Buffer>, dice: Dice) => Map<string, Buffer>;

/** Changes what a sound ZIP holds, and packs it soundly again. */
function parts(name: string, change: ChangeParts): Mutation {
  return { name, change: (bytes, dice) => packed(change(unpacked(bytes), dice)) };
}

function inside(name: string, mutations: readonly Mutation[]): Mutation {
  return parts(name, (files, dice) => {
    const [file, content] = dice.pick([...files]);
    return new Map(files).set(file, dice.pick(mutations).change(content, dice));
  });
}

/** Markup that is sound in itself and says something else. */
function markup(): Mutation {
  const replaced: readonly (readonly [RegExp, string])[] = [
    [/r="[A-Z]+\d+"/g, 'r="XFE1"'],
    [/<row r="\d+"/g, '<row r="1"'],
    [/<row r="\d+"/g, '<row r="99999999"'],
    [/<v>\d+<\/v>/g, '<v>-1</v>'],
    [/<v>\d+<\/v>/g, '<v>1e308</v>'],
    [/<v>\d+<\/v>/g, '<v/>'],
    [/ t="s"/g, ' t="e"'],
    [/ s="1"/g, ' s="77"'],
    [/numFmtId="\d+"/g, 'numFmtId="x"'],
    [/Target="[^"]*"/g, 'Target="../../../etc/passwd"'],
    [/<t>[^<]*<\/t>/g, '<t>&unknown;</t>'],
    [/<t>[^<]*<\/t>/g, '<t>&#0;</t>'],
    [/<sheetData>/g, '<!DOCTYPE a [<!ENTITY b "c">]><sheetData>'],
    [/<\/row>/g, ''],
    [/<\/sheetData>/g, '</sheetData><mergeCells><mergeCell ref="A1:ZZZ9"/></mergeCells>'],
  ];
  return {
    name: 'markup',
    change(bytes, dice) {
      const [form, by] = dice.pick(replaced);
      const share = dice.pick([0.05, 1]);
      return Buffer.from(bytes.toString('utf8').replaceAll(form, (found) => (dice.chance(share) ? by : found)));
    },
  };
}

function without(files: Map<string, Buffer>, name: string): Map<string, Buffer> {
  return new Map([...files].filter(([file]) => file !== name));
}

function swapped(files: Map<string, Buffer>, dice: Dice): Map<string, Buffer> {
  const [[a, first], [b, second]] = [dice.pick([...files]), dice.pick([...files])];
  return new Map(files).set(a, second).set(b, first);
}

function renamed(files: Map<string, Buffer>, dice: Dice): Map<string, Buffer> {
  const [name, content] = dice.pick([...files]);
  const other = dice.pick(['../Lead.csv', '/Lead.csv', 'a\\b.csv', 'C:x.csv', 'in.zip', 'a\0.csv', '', './Lead.csv', `${'x/'.repeat(300)}Lead.csv`, 'Lead.csv']); // prettier-ignore
  return without(files, name).set(other, content);
}
