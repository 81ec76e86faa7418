import type { Metric } from '../../values/agreement.ts';
import { measureKeys, measures, type Ingredients, type MeasureRow } from '../measures.ts';
import type { Speaking } from '../read-conditions.ts';
import { fault, isBroken, type Reporting } from '../report.ts';
import type { Said } from '../said-files.ts';
import { readAlsoOn } from './also-on.ts';
import { readAtRisk } from './at-risk.ts';
import { betterOf } from './better.ts';
import { readBreakdowns } from './breakdowns.ts';
import type { SaidMetric } from './metric-schema.ts';
import { readRateOn } from './moves.ts';
import { readNeeds } from './needs.ts';
import { readOwners } from './parties.ts';
import { readPause } from './pauses.ts';
import { readSubject } from './subject.ts';
import { finestOf, periodsAdd, readWhenCounted, type WhenCounted } from './when-counted.ts';
import { readWordings, type Counted } from './wordings.ts';
import type { World } from './world.ts';

/** A metric's file, read by its schema. */
export interface MetricFile extends Said<SaidMetric> {
  readonly slug: string;
  readonly folder: 'metrics' | 'slas';
}

/** Reads a metric of records. What it needs of other metrics and terms (its pair, its seal) is not known yet. */
export function readMetric(file: MetricFile, world: World): Metric | null {
  const { said } = file;
  const speaking: Speaking = { ...file, names: world.names };
  const common = readCommon(file, world);
  const counted = readCounted(speaking, said, world.company.currency);
  if (!counted) return null;
  const { row, subject } = counted;
  if (said.per !== undefined) fault(speaking, ['per'], '"per:" goes with "ratio of:" only');
  if (said.less !== undefined) fault(speaking, ['less'], '"less:" goes with "difference of:" only');
  const when = readWhenCounted(speaking, said, subject.kind, counted.key);
  const form = formOf(counted, when, said);
  const wordings = readWordings(speaking, said, { ...counted, form }, world);
  const breakingDown = {
    kind: subject.kind,
    term: subject.term,
    currency: world.company.currency,
    creditable: row.credits,
    terms: world.terms,
  };
  const metric: Metric = {
    ...common,
    ...when,
    adds: { periods: row.adds.periods && periodsAdd(when), members: row.adds.members },
    needs: readNeeds(speaking, said.needs, ['needs'], subject.kind),
    finest: finestOf(speaking, said, when, wordings[0].target),
    breakdowns: readBreakdowns(speaking, said['break down by'], breakingDown),
    unit: form.unit,
    rateOn: readRateOn(speaking, said, subject.kind),
    better: betterOf(speaking, said, wordings[0].target),
    wordings,
    words: {
      says: said.says ?? row.says(said.title, subject),
      measured: said.measured ?? `${row.measured(subject, ingredientsOf(wordings[0].measure))}${asItStood(when)}`,
      move: said.move ?? null,
    },
  };
  return withPause(speaking, said, metric);
}

/** What under a title tells that it is no count of what came in a period. */
const asItStood = ({ asOf }: WhenCounted): string =>
  asOf === 'period start' ? ', as things stood when the period began' : '';

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
    tells: said.tells ?? null,
    topic: said.topic ?? null,
    alsoOn: readAlsoOn(file, said),
    atRisk: readAtRisk(file, said),
    pitfalls: said.pitfalls ?? [],
    choices: said.choices ?? [],
    moves: said.moves ?? null,
    rateOn: null,
    headline: said.headline ?? null,
    reviewBy: said['review by'] ?? null,
    seal: '',
    saidButNotCounted: said['said but not counted'] ?? [],
    missing: [],
    at: file.yaml.place([]),
  } satisfies Partial<Metric>;
}

/** The metric with the rule for pauses, where it is a promise that has one. */
export function withPause(reporting: Reporting, said: SaidMetric, metric: Metric): Metric {
  const { promise } = metric;
  return promise ? { ...metric, promise: { ...promise, pause: readPause(reporting, said.pause, metric) } } : metric;
}

function readCounted(speaking: Speaking, said: SaidMetric, currency: string): Counted | null {
  const [key, second] = measureKeys.filter((candidate) => said[candidate] !== undefined);
  if (key === undefined) {
    if (!measureKeys.some((candidate) => isBroken(speaking, [candidate])))
      fault(speaking, [], 'nothing is counted here', `add one of ${measureKeys.join(', ')}, ratio of, difference of`);
    return null;
  }
  if (second !== undefined) {
    fault(speaking, [second], `"${key}:" and "${second}:" stand in one metric`, 'make two metrics of it');
    return null;
  }
  const row: MeasureRow = measures[key];
  const subject = readSubject(speaking, said[key] ?? '', [key], row);
  const form = subject && {
    unit: row.unit(subject, currency),
    target: row.target,
    spreads: row.adds.periods,
    runsFor: null,
  };
  return subject && form && { key, row, subject, form };
}

/**
 * Where no stretch of time has an amount of its own (a balance, all time, what runs on without end), targets are no amounts for a time;
 * what runs on has one for the time that it runs for.
 */
function formOf({ row, form }: Counted, when: WhenCounted, said: SaidMetric): Counted['form'] {
  const runsFor = when.running === 'all' ? null : when.running;
  const forATime = said.by !== 'nothing' && (periodsAdd(when) || runsFor !== null);
  const spreads = row.adds.periods && forATime;
  return { ...form, spreads, runsFor, target: row.target === 'for a time' && !forATime ? 'plain' : row.target };
}

/** What a measure was made of, for its words. */
function ingredientsOf(measure: Metric['wordings'][0]['measure']): Ingredients {
  return {
    field: null,
    within: measure.measure === 'conversion' ? measure.within : null,
    percent: measure.measure === 'percentile' ? measure.percent : null,
    countedIn: 'countedIn' in measure ? measure.countedIn : null,
  };
}

/** The marks that stand for a number in the sentences that people wrote. */
const marks = { says: ['{value}', '{period}'], move: ['{count}'] } as const;

function checkSentences(reporting: Reporting, said: SaidMetric): void {
  for (const key of ['says', 'move'] as const) {
    const missing = marks[key].filter((mark) => said[key] !== undefined && !said[key].includes(mark));
    if (missing.length > 0) fault(reporting, [key], `"${key}:" has no ${missing.join(' and no ')} in it`);
  }
}
