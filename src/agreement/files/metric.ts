import type { Metric, Signature } from '../../values/agreement.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import { grains, type Grain } from '../../values/period.ts';
import type { FieldPath } from '../../values/tree.ts';
import { measureKeys, measures } from '../measures.ts';
import { understood, type Speaking } from '../read-conditions.ts';
import { readWhole } from '../read-sentence.ts';
import { fault, known } from '../report.ts';
import { readPath } from '../slots/paths.ts';
import type { YamlFile } from '../yaml-file.ts';
import { readBreakdowns } from './breakdowns.ts';
import type { SaidMetric } from './metric-schema.ts';
import { readSubject } from './subject.ts';
import { readWordings, type Counted } from './wordings.ts';
import type { World } from './world.ts';

/** A metric's file, read by its schema. */
export interface MetricFile {
  readonly slug: string;
  readonly folder: 'metrics' | 'slas';
  readonly yaml: YamlFile;
  readonly said: SaidMetric;
}

/** Reads a metric of records. What it needs of other metrics (its pair, its seal) is not known yet. */
export function readMetric(file: MetricFile, world: World): Metric | null {
  const { said, yaml } = file;
  const speaking: Speaking = { yaml, names: world.names, problems: world.problems };
  const counted = readCounted(speaking, said, world.company.currency);
  const common = readCommon(file, world);
  if (!counted) return null;
  const { row, subject, form } = counted;
  checkKeys(speaking, said, counted);
  const by = readBy(speaking, said.by, subject.kind);
  const wordings = readWordings(speaking, said, counted);
  const finest = finestOf(speaking, said, wordings[0].target?.grain ?? null);
  return {
    ...common,
    by,
    finest,
    breakdowns: readBreakdowns(speaking, said['break down by'], subject.kind),
    unit: form.unit,
    wordings,
    words: {
      says: said.says ?? row.says(said.title, subject),
      measured: said.measured ?? row.measured(subject),
      move: said.move ?? null,
    },
  };
}

/** What metrics of every measure have. */
export function readCommon({ slug, said, yaml, folder }: MetricFile, world: World) {
  const promise = readPromise(said);
  const answeredBy = said['answered by'] ?? [];
  checkTeams(yaml, said, world);
  checkSentences(yaml, said, world);
  const parties = promise?.by ?? answeredBy;
  if (folder === 'slas' && !promise)
    fault(
      world.problems,
      yaml,
      [],
      'a promise needs "promised by:"',
      'a metric that nobody promises stands in metrics/',
    );
  if (folder === 'metrics' && promise)
    fault(world.problems, yaml, ['promised by'], 'what is promised stands in slas/', 'move the file');
  if (parties.length === 0 && folder === 'metrics')
    fault(world.problems, yaml, [], '"answered by:" is missing', 'name a team');
  return {
    slug,
    title: said.title,
    asks: said.asks,
    promise,
    answeredBy,
    calendar: calendarOf(yaml, said, parties, world),
    pairedWith: said['paired with'] ?? null,
    headline: said.headline ?? null,
    reviewBy: said['review by'] ?? null,
    signatures: (said.agreed ?? []).map((one): Signature => ({
      team: one.team,
      by: one.by,
      on: one.on,
      how: one.how,
      recordedBy: one['recorded by'],
      seal: one.seal ?? '',
      holds: false,
    })),
    seal: '',
    saidButNotCounted: said['said but not counted'] ?? [],
    missing: [],
    at: { file: yaml.file, line: 1, column: 1 },
  } satisfies Partial<Metric>;
}

/** The finest grain: what is said, else the target's, else a month. No target may be for a finer one. */
export function finestOf(speaking: Speaking, said: SaidMetric, target: Grain | null): Grain {
  const finest = said.finest ?? target ?? 'month';
  if (target !== null && grains.indexOf(target) < grains.indexOf(finest)) {
    fault(
      speaking.problems,
      speaking.yaml,
      ['target'],
      `the target is for a ${target}, and nothing finer than a ${finest} is counted`,
      'change "finest:"',
    );
  }
  return finest;
}

function readCounted(speaking: Speaking, said: SaidMetric, currency: string): Counted | null {
  const [key, second] = measureKeys.filter((candidate) => said[candidate] !== undefined);
  if (key === undefined) {
    fault(
      speaking.problems,
      speaking.yaml,
      [],
      'nothing is counted here',
      `add one of ${measureKeys.join(', ')}, ratio of`,
    );
    return null;
  }
  if (second !== undefined) {
    fault(
      speaking.problems,
      speaking.yaml,
      [second],
      `"${key}:" and "${second}:" stand in one metric`,
      'make two metrics of it',
    );
    return null;
  }
  const row = measures[key];
  const subject = readSubject(speaking, said[key] ?? '', [key], row);
  return subject && { key, row, subject, form: { unit: row.unit(subject, currency), target: row.target } };
}

function checkKeys(speaking: Speaking, said: SaidMetric, { key, row }: Counted): void {
  const tell = (path: string[], says: string, fix = '') => fault(speaking.problems, speaking.yaml, path, says, fix);
  if (row.judges && !said['kept when']) tell([key], `"${key}:" needs "kept when:"`, 'say what is counted as good');
  if (!row.judges && said['kept when'])
    tell(['kept when'], `"kept when:" does not go with "${key}:"`, 'say what counts in a term');
  if (row.waits && !said.within)
    tell([key], `"${key}:" needs "within:"`, 'say for how long it may take: "within: 90 days"');
  if (!row.waits && said.within) tell(['within'], `"within:" does not go with "${key}:"`);
  if (said.per) tell(['per'], '"per:" goes with "ratio of:" only');
}

function readBy(speaking: Speaking, said: string | undefined, kind: RecordKind): FieldPath | null {
  if (said === 'nothing') return null;
  if (said === undefined) {
    fault(
      speaking.problems,
      speaking.yaml,
      [],
      '"by:" is missing',
      `name the moment that puts a record into a month, such as "${kind.happens}", or "nothing"`,
    );
    return null;
  }
  const by = understood(speaking, ['by'], said, readWhole(said, kind, speaking.names, readPath));
  if (by && by.type.is !== 'moment') fault(speaking.problems, speaking.yaml, ['by'], `"${said}" is not a moment`);
  return by;
}

function readPromise(said: SaidMetric): Metric['promise'] {
  const by = said['promised by'];
  return by ? { by, to: said['promised to'] ?? [], ifBroken: said['if broken'] ?? [] } : null;
}

function checkTeams(yaml: YamlFile, said: SaidMetric, { teams, problems }: World): void {
  const slugs = teams.map((team) => team.slug);
  for (const key of ['answered by', 'promised by', 'promised to'] as const) {
    const single = typeof (yaml.data as Record<string, unknown>)[key] === 'string';
    (said[key] ?? []).forEach((team, index) =>
      known(problems, yaml, single ? [key] : [key, index], 'team', team, slugs),
    );
  }
  said.agreed?.forEach((signature, index) =>
    known(problems, yaml, ['agreed', index, 'team'], 'team', signature.team, slugs),
  );
  if (said['answered by'] && said['promised by'])
    fault(problems, yaml, ['answered by'], 'who promises it answers for it', 'leave "answered by:" away');
  if (said['promised by']?.length === 1 && !said['promised to'])
    fault(problems, yaml, ['promised by'], '"promised to:" is missing', 'name the other team, or let both promise it');
}

function checkSentences(yaml: YamlFile, said: SaidMetric, { problems }: World): void {
  const needed = { says: ['{value}', '{period}'], move: ['{count}'] } as const;
  for (const key of ['says', 'move'] as const) {
    const missing = needed[key].filter((mark) => said[key] !== undefined && !said[key].includes(mark));
    if (missing.length > 0) fault(problems, yaml, [key], `"${key}:" has no ${missing.join(' and no ')} in it`);
  }
}

function calendarOf(
  yaml: YamlFile,
  said: SaidMetric,
  parties: readonly string[],
  { company, teams, calendars, problems }: World,
): string {
  const named = said['business time'];
  if (named !== undefined)
    known(
      problems,
      yaml,
      ['business time'],
      'calendar',
      named,
      calendars.map((calendar) => calendar.slug),
    );
  return named ?? teams.find((team) => team.slug === parties[0])?.calendar ?? company.calendar;
}
