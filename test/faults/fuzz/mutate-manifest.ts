import type { Dice } from '../../../scripts/sample/chance.ts';
import type { Mutation } from './mutation.ts';

/** What a field of the manifest may say instead. */
const values: readonly unknown[] = [
  null,
  '',
  'x',
  -1,
  0,
  1.5,
  1e308,
  true,
  [],
  {},
  '2026-02-30T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '0001-01-01T00:00:00Z',
  '2026-11-09',
  'changes',
  'everything',
  '../Lead.csv',
  'Lead.csv',
  '__proto__',
  '2026-11-08T05:40:00Z', // prettier-ignore
];
const names = [
  'file',
  'asOf',
  'rows',
  'bytes',
  'sha256',
  'holds',
  'pull',
  'from',
  'object',
  'columns',
  'upTo',
  'version',
  'files',
  'pulls',
];

/** What may become of `manifest.json`, beside what may become of any file's bytes. */
export const manifestMutations: readonly Mutation[] = [
  json('another value', (entry, dice) => ({ ...entry, [dice.pick(names)]: dice.pick(values) })),
  json('a field less', (entry, dice) => without(entry, dice.pick(Object.keys(entry).concat('file')))),
  {
    name: 'other JSON',
    change: (bytes, dice) => Buffer.from(dice.pick(['null', '[]', '{}', '1', '"x"', '{"files":null}', '{"files":{}}', '{"files":[null]}', '{"files":[[]]}', '{"files":[],"pulls":[{}]}', '['.repeat(100_000), bytes.toString('latin1').replace('"files"', '"__proto__"')])), // prettier-ignore
  },
  {
    name: 'an entry twice',
    change: (bytes) => Buffer.from(bytes.toString('utf8').replace(/\{[^{}]*\}/, (entry) => `${entry},${entry}`)),
  },
];

type Entry = Readonly<Record<string, unknown>>;

function json(name: string, change: (entry: Entry, dice: Dice) => Entry): Mutation {
  return {
    name,
    change(bytes, dice) {
      const { files } = JSON.parse(bytes.toString('utf8')) as { files: readonly Entry[] };
      const at = dice.whole(0, files.length - 1);
      return Buffer.from(JSON.stringify({ files: files.map((entry, place) => (place === at ? change(entry, dice) : entry)) })); // prettier-ignore
    },
  };
}

function without(entry: Entry, name: string): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([field]) => field !== name));
}
