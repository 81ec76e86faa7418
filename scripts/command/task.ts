import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Command, CommanderError, Option } from 'commander';
import { editionKinds, type EditionKind } from '../../src/values/cases.ts';
import { Usage } from './endings.ts';

/** What a command is asked to do, exact: every path absolute, every default filled in. */
export interface Task {
  /** The folder that a company edits: agreement, sources, exports. */
  readonly data: string;
  readonly exports: string;
  readonly database: string;
  /** Where the marks of closed periods are kept. */
  readonly published: string;
  /** Whether marks of closed periods are fixed for good: when it is published, or where a place for them was named. Else it is a draft. */
  readonly fixesMarks: boolean;
  readonly out: string;
  /** The path that the site is served under, with a slash at both ends. */
  readonly base: string;
  readonly site: string | null;
  /** Seconds since 1970: the clock that ages are told by. */
  readonly now: number;
  /** For the public: refuses the sample, and real data that nobody said may be read. */
  readonly publish: boolean;
  /** For everyone in the company, or for managers only: with the records to act on. */
  readonly edition: EditionKind;
  readonly port: number;
  readonly json: boolean;
  /** What the command asks for beside what all take: its argument, and its options by name (`recorded-by`), one without a value as `yes`; without those not said. */
  readonly argument: string | null;
  readonly said: Readonly<Record<string, string>>;
}

/** What a command asks for beside what all take, with the words of its help. */
export interface Asked {
  readonly argument?: readonly [form: string, means: string];
  /** One that `repeats` may be said several times: its values then stand in lines. */
  readonly options?: readonly (readonly [form: string, means: string, repeats?: 'repeats'])[];
}

const sample = join('data', 'sample');

/**
 * Reads a command's arguments.
 * @throws Usage where they are not of the command's form, or a time or port can't be read.
 */
export function readTask(
  name: string,
  does: string,
  argv: readonly string[],
  clock: () => number,
  asked: Asked = {},
): Task {
  const command = new Command(`npm run ${name} --`)
    .description(does)
    .option(
      '--data <dir>',
      'the folder with the agreement, the sources and the exports (default: data, else data/sample)',
    )
    .option('--exports <dir>', "the folder with the CRM's exports (default: exports in the data folder)")
    .option('--database <file>', 'the SQLite file (default: same-page.db in the data folder)')
    .option(
      '--published <dir>',
      'where the marks of closed periods are kept, and fixed (default: published in the data folder; fixed with --publish only)',
    )
    .option('--out <dir>', 'where the site goes', 'dist')
    .option('--base <path>', 'the path that the site is served under', '/')
    .option('--site <address>', 'the address of the site, for links in previews')
    .option('--now <time>', 'the clock that ages are told by, such as 2026-11-09T06:40:00Z (default: the real one)')
    .option('--publish', 'for the public: refuse the sample, and data that nobody said may be read', false)
    .option('--edition <kind>', 'company: counts only; managers: with lists of records, for a login', 'company')
    .addOption(new Option('--port <number>', 'where to serve').default('4321'))
    .option('--json', 'print what a program would read', false)
    .allowExcessArguments(false)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride();
  if (asked.argument) command.argument(...asked.argument);
  for (const [form, means, repeats] of asked.options ?? []) {
    const option = new Option(form, means);
    command.addOption(repeats ? option.argParser(inLines) : option);
  }
  try {
    command.parse([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError)
      throw new Usage(error.exitCode === 0 ? '' : error.message.replace(/^error: /, ''));
    throw error;
  }
  const said = command.opts<Record<string, string | boolean | undefined>>();
  const data = text(said.data) ?? (existsSync(join('data', 'agreement', 'company.yml')) ? 'data' : sample);
  if (!existsSync(data)) throw new Usage(`--data: there is no folder ${data}`);
  return {
    data: resolve(data),
    exports: resolve(text(said.exports) ?? join(data, 'exports')),
    database: resolve(text(said.database) ?? join(data, 'same-page.db')),
    published: resolve(text(said.published) ?? join(data, 'published')),
    out: resolve(text(said.out) ?? 'dist'),
    base: `/${text(said.base) ?? ''}/`.replace(/\/{2,}/g, '/'),
    site: text(said.site) ?? null,
    now: instant(text(said.now), clock),
    fixesMarks: said.publish === true || text(said.published) !== undefined,
    publish: said.publish === true,
    edition: editionKind(text(said.edition) ?? ''),
    port: port(text(said.port) ?? ''),
    json: said.json === true,
    argument: command.args[0] ?? null,
    said: wordsOf(asked, said),
  };
}

function inLines(value: string, before: unknown): string {
  return typeof before === 'string' ? `${before}\n${value}` : value;
}

/** The command's own options that were said, by their names on the command line. */
function wordsOf({ options = [] }: Asked, said: Readonly<Record<string, string | boolean | undefined>>) {
  const found = options.flatMap(([form]) => {
    const option = new Option(form);
    const given = said[option.attributeName()];
    const value = given === true ? 'yes' : text(given);
    return value === undefined ? [] : [[option.long?.replace(/^--/, '') ?? '', value] as const];
  });
  return Object.fromEntries(found);
}

/** Whether a company's own data folder is still missing, so that the sample stands in. */
export function isSample(task: Task): boolean {
  return task.data === resolve(sample);
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function instant(said: string | undefined, clock: () => number): number {
  if (said === undefined) return Math.floor(clock() / 1000);
  const time = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(said)
    ? Date.parse(said)
    : Number.NaN;
  if (Number.isNaN(time))
    throw new Usage(`--now: expected a time with its zone, such as 2026-11-09T06:40:00Z, got "${said}"`);
  return Math.floor(time / 1000);
}

function editionKind(said: string): EditionKind {
  const kind = editionKinds.find((one) => one === said);
  if (!kind) throw new Usage(`--edition: expected ${editionKinds.join(' or ')}, got "${said}"`);
  return kind;
}

function port(said: string): number {
  const number = Number(said);
  if (!/^\d+$/.test(said) || number > 65535)
    throw new Usage(`--port: expected a number from 0 to 65535, got "${said}"`);
  return number;
}
