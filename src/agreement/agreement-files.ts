import type { Place, Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';
import { closestWord } from './closest-word.ts';

/** A file whose name is what it is called by elsewhere. */
export interface NamedFile {
  readonly slug: string;
  readonly file: TextFile;
}

/** The files of an agreement, by what they say. */
export interface AgreementFiles {
  readonly company: TextFile | null;
  readonly teams: TextFile | null;
  readonly calendars: TextFile | null;
  readonly currencies: TextFile | null;
  readonly vocabulary: TextFile | null;
  readonly funnel: TextFile | null;
  readonly metrics: readonly (NamedFile & { readonly folder: 'metrics' | 'slas' })[];
  readonly notes: readonly NamedFile[];
}

const single = ['company', 'teams', 'calendars', 'currencies', 'vocabulary', 'funnel'] as const;
const needed = ['company', 'teams', 'calendars'] as const;

/** The guide to these files, which stands beside them. */
const guideFile = 'README.md';

/** Sorts the files of the agreement's folder. Tells of those that are missing, in the wrong place, or called like another. */
export function sortFiles(files: readonly TextFile[], problems: Problem[]): AgreementFiles {
  const root = rootOf(files);
  const at = (name: string) => files.find((file) => file.path === `${root}${name}`) ?? null;
  const tell = (path: string, says: string, fix: string) =>
    problems.push({ ...startOf(path), level: 'fault', says, fix });
  for (const name of needed)
    if (!at(`${name}.yml`)) tell(`${root}${name}.yml`, 'this file is missing', 'every agreement needs it');
  const metrics: (NamedFile & { folder: 'metrics' | 'slas' })[] = [];
  const notes: NamedFile[] = [];
  for (const file of files) {
    const name = file.path.slice(root.length);
    if (name === guideFile) continue;
    const [, folder, slug = ''] = /^(metrics|slas|notes)\/([a-z0-9]+(?:-[a-z0-9]+)*)\.(?:yml|md)$/.exec(name) ?? [];
    const other = metrics.find((metric) => metric.slug === slug);
    if (folder === 'notes' && name.endsWith('.md')) notes.push({ slug, file });
    else if ((folder === 'metrics' || folder === 'slas') && name.endsWith('.yml')) {
      if (other)
        tell(file.path, `"${slug}" is the name of ${other.file.path} already`, 'give one of the files another name');
      else metrics.push({ slug, folder, file });
    } else if (!single.some((known) => name === `${known}.yml`)) tell(file.path, ...misplaced(name));
  }
  const singles = Object.fromEntries(single.map((name) => [name, at(`${name}.yml`)])) as Record<
    (typeof single)[number],
    TextFile | null
  >;
  return { ...singles, metrics, notes };
}

function misplaced(name: string): [says: string, fix: string] {
  if (name.endsWith('.yaml'))
    return ["this file's name ends in .yaml", `end it in .yml: ${name.slice(0, -'.yaml'.length)}.yml`];
  const inFolder = /^(metrics|slas|notes)\/[^/]+$/.exec(name)?.[1];
  if (inFolder !== undefined) {
    const form = inFolder === 'notes' ? 'notes/2026-01-31-what-happened.md' : `${inFolder}/leads-accepted.yml`;
    return ["this file's name is not in the form that it needs", `small letters, digits and hyphens: ${form}`];
  }
  const meant = closestWord(
    name,
    single.map((known) => `${known}.yml`),
  );
  const places = 'metrics/*.yml, slas/*.yml, notes/*.md';
  return [
    'an agreement has no such file',
    meant === null ? `it has ${single.map((known) => `${known}.yml`).join(', ')}, ${places}` : `did you mean ${meant}?`,
  ];
}

/** The folder of the agreement, as the paths name it: what stands before `company.yml`, or else up to `agreement/`. */
function rootOf(files: readonly TextFile[]): string {
  const company = files.find((file) => /(^|\/)company\.yml$/.test(file.path))?.path;
  if (company !== undefined) return company.slice(0, -'company.yml'.length);
  return /^(?:.*\/)?agreement\//.exec(files[0]?.path ?? '')?.[0] ?? '';
}

function startOf(file: string): Place {
  return { file, line: 1, column: 1 };
}
