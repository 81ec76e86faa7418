import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Names } from '../../../src/agreement/names.ts';
import type { Sentence } from '../../../src/agreement/read-sentence.ts';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import type { Catalogue } from '../../../src/values/catalogue.ts';
import type { TextFile } from '../../../src/values/text-file.ts';

const bare = catalogueOf([]);

/** The canonical records, with every field filled by some source. */
export const catalogue: Catalogue = {
  kinds: bare.kinds.map((kind) => ({ ...kind, fields: kind.fields.map((field) => ({ ...field, mapped: true })) })),
};

const term = (name: string, plural: string, kind: string, alsoCalled: string[] = []) => ({
  name,
  plural,
  kind,
  alsoCalled,
});

/** A few terms to speak of, each on a record of its own. */
export const names: Names = {
  catalogue,
  terms: [
    term('touch', 'touches', 'activity'),
    term('good lead', 'good leads', 'lead'),
    term('returning lead', 'returning leads', 'handover', ['comeback']),
    term('robot', 'robots', 'user'),
    term('pipeline entry', 'pipeline entries', 'stage change'),
  ],
  figures: [],
  orders: [
    {
      name: 'sales stage',
      fields: [
        { kind: 'opportunity', field: 'stage' },
        { kind: 'stage change', field: 'from' },
        { kind: 'stage change', field: 'to' },
      ],
      inWords: '',
      choices: ['Discovery', 'Proposal', 'Negotiation', 'Closed Won'],
      at: { file: 'vocabulary.yml', line: 1, column: 1 },
    },
  ],
  metrics: [
    { slug: 'deals-won', type: () => ({ is: 'number' }) },
    { slug: 'usual-ready-time', type: () => ({ is: 'duration', unit: 'days' }) },
    { slug: 'average-sale', type: () => ({ is: 'money' }) },
  ],
  brokenTerms: [],
  currencies: ['EUR', 'USD'],
};

/** A sentence about a record of a kind, in the middle of nowhere. */
export function sentence(of: string, text: string): Sentence {
  const kind = catalogue.kinds.find((known) => known.name === of);
  if (!kind) throw new Error(`No record is called "${of}"`);
  return { text, of: kind, names, at: { file: 'vocabulary.yml', line: 1, column: 1 } };
}

const project = fileURLToPath(new URL('../../..', import.meta.url));

/** The files of a folder of the project, at any depth, by their paths in it. */
export function filesOf(folder: string): TextFile[] {
  const root = join(project, folder);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

/** A small company, which never grows: tests quote it, and read it again and again. */
const company = filesOf('test/unit/agreement/company');

/** A file of the small company. */
export function companyFile(path: string): string {
  const file = company.find((one) => one.path === path);
  if (!file) throw new Error(`The company has no file "${path}"`);
  return file.text;
}

/** The small company's agreement, with some files replaced or added; null takes one away. */
export function companyWith(changes: Readonly<Record<string, string | null>>): TextFile[] {
  const kept = company.filter((file) => changes[file.path] === undefined);
  const added = Object.entries(changes).flatMap(([path, text]) => (text === null ? [] : [{ path, text }]));
  return inAgreement([...kept, ...added]);
}

/** The sample company's agreement, as it stands in the project. */
export const sampleFiles = (): TextFile[] => inAgreement(filesOf('data/sample/agreement'));

const inAgreement = (files: readonly TextFile[]): TextFile[] =>
  files.map((file) => ({ ...file, path: `agreement/${file.path}` }));
