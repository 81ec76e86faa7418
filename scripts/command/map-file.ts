import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { sampleOf } from '../../src/records/files/sample-of.ts';
import type { TableSample } from '../../src/records/files/sample-of.ts';
import { UnusableFile } from '../../src/records/files/unusable-file.ts';
import type { Answers, Proposal } from '../../src/records/propose/proposal.ts';
import { Faults, Refusal, Usage } from './endings.ts';

/** Rows that are looked at. */
const mostRows = 1000;

/** The first rows of each table in a file. @throws Faults where it can't be read as one */
export async function sampleFile(path: string): Promise<readonly TableSample[]> {
  const found = await stat(path).catch(() => null);
  if (!found) throw fault(path, 'there is no such file', 'name an export, such as data/exports/Lead.csv');
  if (found.isDirectory()) throw fault(path, 'this is a folder', 'name one file in it');
  if (found.size === 0) throw fault(path, 'the file is empty', 'export it again, with its header');
  await refuseImage(path);
  try {
    const samples = await sampleOf(path, mostRows);
    if (samples.length === 0)
      throw fault(path, 'there is no table in it', 'name a CSV, TSV or XLSX file, or a ZIP of them');
    return samples;
  } catch (error) {
    if (error instanceof UnusableFile) throw fault(path, error.says, error.fix, error.line);
    throw error;
  }
}

function fault(file: string, says: string, fix: string, line = 1): Faults {
  return new Faults([{ level: 'fault', file, line, column: 1, says, fix }]);
}

const images: readonly (readonly [string, string])[] = [
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['47494638', 'GIF'],
];

async function refuseImage(path: string): Promise<void> {
  const bytes = (await readFile(path)).subarray(0, 8).toString('hex');
  const image = images.find(([begins]) => bytes.startsWith(begins));
  if (image) throw fault(path, `this is a picture (${image[1]}), not a table`, 'export it as CSV or XLSX');
}

/** What `--answer` said, each `question=answer`. @throws Usage where one has no answer */
export function answersOf(said: string | undefined): Map<string, string> {
  const lines = said === undefined ? [] : said.split('\n');
  return new Map(
    lines.map((line) => {
      const at = line.indexOf('=');
      if (at < 1) throw new Usage(`--answer: expected QUESTION=ANSWER, such as "record=lead", got "${line}"`);
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
}

/** The answers for a table: `TABLE:question=answer` is for that one only, and holds over what is said for all. */
export function answersFor(answers: Answers, table: string, tables: readonly string[]): Map<string, string> {
  const named = [...answers].map(([name, answer]) => {
    const of = tables.find((each) => name.startsWith(`${each}:`));
    return { of: of ?? null, name: of === undefined ? name : name.slice(of.length + 1).trim(), answer };
  });
  const given = (of: string | null): (readonly [string, string])[] =>
    named.filter((each) => each.of === of).map(({ name, answer }) => [name, answer]);
  return new Map([...given(null), ...given(table)]);
}

/** @throws Usage where an answer is none that its question takes, or no table asks the question */
export function checkAnswers(answers: Answers, proposals: readonly Proposal[]): void {
  const [wrong] = proposals.flatMap(({ wrongAnswers }) => wrongAnswers);
  if (wrong) throw new Usage(`--answer: "${wrong.name}" takes ${wrong.expected}, got "${wrong.answer}"`);
  const asked = new Set(
    proposals.flatMap((proposal) => proposal.asked.flatMap((question) => [question, `${proposal.name}:${question}`])),
  );
  for (const name of answers.keys()) {
    if (asked.has(name)) continue;
    const names = [...new Set(proposals.flatMap((proposal) => proposal.asked))].join(', ');
    throw new Usage(
      `--answer: nothing is asked by the name "${name}"${names === '' ? '' : `: expected one of ${names}`}`,
    );
  }
}

/** The zone that the company's agreement names; null where there is none yet. */
export async function companyZone(data: string): Promise<string | null> {
  const text = await readFile(join(data, 'agreement', 'company.yml'), 'utf8').catch(() => null);
  const zone: unknown = text === null ? null : parseDocument(text, { schema: 'failsafe' }).get('time zone');
  return typeof zone === 'string' ? zone : null;
}

/** Writes a source. @throws Refusal where one of that name is there and is not to be replaced */
export async function writeSource(path: string, text: string, replaces: boolean): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, text, { flag: replaces ? 'w' : 'wx' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      throw new Refusal(
        `${path} is there already, and nothing was written: --replace writes over it, or move ${basename(path)} away.`,
      );
    throw error;
  }
}
