import type { Metric } from '../../values/agreement.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import { grains, type Grain } from '../../values/period.ts';
import type { FieldPath } from '../../values/tree.ts';
import { measureKeys, measures, type MeasureRow } from '../measures.ts';
import { readAt, type Speaking } from '../read-conditions.ts';
import { fault, isBroken, type Reporting } from '../report.ts';
import { readPath } from '../slots/paths.ts';
import type { Said } from '../said-files.ts';
import { readBreakdowns } from './breakdowns.ts';
import type { SaidMetric } from './metric-schema.ts';
import { readOwners } from './parties.ts';
import { readSubject } from './subject.ts';
import { grainOf } from './targets.ts';
import { readWordings, type Counted } from './wordings.ts';
import type { World } from './world.ts';

/** A metric's file, read by its schema. */
export interface MetricFile extends Said<SaidMetric> {
  readonly slug: string;
  readonly folder: 'metrics' | 'slas';
}

/** Reads a metric of records. What it needs of other metrics (its pair, its seal) is not known yet. */
export function readMetric(file: MetricFile, world: World): Metric | null {
  const { said } = file;
  const speaking: Speaking = { ...file, names: world.names };
  const common = readCommon(file, world);
  const counted = readCounted(speaking, said, world.company.currency);
  if (!counted) return null;
  const { row, subject, form } = counted;
  checkKeys(speaking, said, counted);
  const wordings = readWordings(speaking, said, counted);
  return {
    ...common,
    by: readBy(speaking, said.by, subject.kind),
    asOf: null,
    running: null,
    adds: row.adds,
    finest: finestOf(speaking, said, grainOf(wordings[0].target)),
    breakdowns: readBreakdowns(speaking, said['break down by'], subject.kind),
    unit: form.unit,
    wordings,
    words: {
      says: said.says ?? row.says(said.title, subject),
      measured:
        said.measured ?? row.measured(subject, { field: subject.field, within: null, percent: null, countedIn: null }),
      move: said.move ?? null,
    },
  };
}

/** What metrics of every measure have. */
export function readCommon(file: MetricFile, world: World) {
  const { said } = file;
  checkSentences(file, said);
  return {
    ...readOwners(file, said, file.folder, world),
    slug: file.slug,
    title: said.title,
    asks: said.asks,
    pairedWith: said['paired with'] ?? null,
    headline: said.headline ?? null,
    reviewBy: said['review by'] ?? null,
    seal: '',
    saidButNotCounted: said['said but not counted'] ?? [],
    needs: [],
    missing: [],
    at: file.yaml.place([]),
  } satisfies Partial<Metric>;
}

/** The finest grain: what is said, else the target's, else a month. No target may be for a finer one. */
export function finestOf(speaking: Speaking, said: SaidMetric, target: Grain | null): Grain {
  const finest = said.finest ?? target ?? 'month';
  if (target !== null && grains.indexOf(target) < grains.indexOf(finest)) {
    const says = `the target is for a ${target}, and nothing finer than a ${finest} is counted`;
    fault(speaking, ['target'], says, 'change "finest:"');
  }
  return finest;
}

function readCounted(speaking: Speaking, said: SaidMetric, currency: string): Counted | null {
  const [key, second] = measureKeys.filter((candidate) => said[candidate] !== undefined);
  if (key === undefined) {
    if (!measureKeys.some((candidate) => isBroken(speaking, [candidate])))
      fault(speaking, [], 'nothing is counted here', `add one of ${measureKeys.join(', ')}, ratio of`);
    return null;
  }
  if (second !== undefined) {
    fault(speaking, [second], `"${key}:" and "${second}:" stand in one metric`, 'make two metrics of it');
    return null;
  }
  const row: MeasureRow = measures[key];
  const subject = readSubject(speaking, said[key] ?? '', [key], row);
  return subject && { key, row, subject, form: { unit: row.unit(subject, currency), target: row.target } };
}

/** Each measure has the keys that it needs, and none that mean nothing with it. */
function checkKeys(speaking: Speaking, said: SaidMetric, { key, row }: Counted): void {
  const tell = (at: string, says: string, fix = '') => fault(speaking, [at], says, fix);
  if (row.judges && !said['kept when']) tell(key, `"${key}:" needs "kept when:"`, 'say what is counted as good');
  if (!row.judges && said['kept when']) {
    tell('kept when', `"kept when:" does not go with "${key}:"`, 'say what counts in a term');
  }
  const waits = row.needs.includes('within');
  if (waits && !said.within) tell(key, `"${key}:" needs "within:"`, 'say how long it may take: "within: 90 days"');
  if (!waits && said.within) tell('within', `"within:" does not go with "${key}:"`);
  if (said.per) tell('per', '"per:" goes with "ratio of:" only');
}

function readBy(speaking: Speaking, said: string | undefined, kind: RecordKind): FieldPath | null {
  if (said === 'nothing') return null;
  if (said === undefined) {
    const fix = `name the moment that puts a record into a month, such as "${kind.happens}", or "nothing"`;
    fault(speaking, ['by'], '"by:" is missing', fix);
    return null;
  }
  const by = readAt(speaking, ['by'], said, kind, readPath);
  if (by && by.type.is !== 'moment') fault(speaking, ['by'], `"${said}" is not a moment`);
  return by;
}

/** The marks that stand for a number in the sentences that people wrote. */
const marks = { says: ['{value}', '{period}'], move: ['{count}'] } as const;

function checkSentences(reporting: Reporting, said: SaidMetric): void {
  for (const key of ['says', 'move'] as const) {
    const missing = marks[key].filter((mark) => said[key] !== undefined && !said[key].includes(mark));
    if (missing.length > 0) fault(reporting, [key], `"${key}:" has no ${missing.join(' and no ')} in it`);
  }
}
