/** A company small enough to be read: what the tests of this folder put together editions from. */
import { company } from '../berlin-company.ts';
import { makeEdition } from '../../../src/publish/make-edition.ts';
import type { Agreement, Metric, Term, Wording } from '../../../src/values/agreement.ts';
import type { TargetLevel } from '../../../src/values/target.ts';
import type { Edition } from '../../../src/values/edition.ts';
import type { FileAccount } from '../../../src/values/rows.ts';
import type { MetricValue } from '../../../src/values/value.ts';

const at = { file: 'data/agreement/x.yml', line: 1, column: 1 };
/** 9 November 2026, 06:40 in Berlin, a Monday. */
export const asOf = Date.UTC(2026, 10, 9, 5, 40) / 1000;

export const term = (name: string, plural: string): Term => ({
  name,
  plural,
  slug: name.replaceAll(' ', '-'),
  alsoCalled: [],
  kind: 'lead',
  isA: null,
  inWords: '',
  where: [],
  exceptWhen: [],
  saidButNotCounted: [],
  needs: [],
  at,
});

/** The same for every period. */
export const level = (value: number): TargetLevel => ({ level: 'one', value, grain: null, spread: false });

const wording: Wording = {
  from: null,
  until: null,
  measure: { measure: 'share', countedIn: null },
  term: 'qualified lead',
  kind: 'handover',
  keptWhen: [],
  instead: [],
  exceptWhen: [],
  target: { way: 'at least', level: level(0.9), said: 'at least 90%' },
  broken: { way: 'at least', level: level(0.8), said: 'below 80%' },
};

export const metric = (slug: string, changes: Partial<Metric> = {}, today: Partial<Wording> = {}): Metric => ({
  slug,
  title: `Title of ${slug}`,
  asks: 'Is it so?',
  promise: null,
  answeredBy: ['sales'],
  by: {
    from: 'handover',
    links: [],
    field: 'qualified',
    type: { is: 'moment', precision: 'instant', may: 'be a fact' },
    figure: false,
  },
  asOf: null,
  running: null,
  adds: { periods: false, members: false },
  needs: [],
  finest: 'month',
  breakdowns: [],
  unit: { unit: 'share' },
  calendar: 'office',
  pairedWith: null,
  tells: null,
  topic: null,
  alsoOn: [],
  atRisk: null,
  better: null,
  pitfalls: [],
  choices: [],
  moves: null,
  rateOn: null,
  headline: null,
  reviewBy: null,
  wordings: [{ ...wording, ...today }],
  signatures: [],
  seal: '3f9c21aa',
  saidButNotCounted: [],
  missing: [],
  words: { says: `${slug} was {value} in {period}`, measured: `Share of ${slug}`, move: null },
  at,
  ...changes,
});

export const value = (of: string, changes: Partial<MetricValue> = {}): MetricValue => ({
  metric: of,
  grain: 'month',
  period: '2026-10',
  from: '2026-10-01',
  to: '2026-10-31',
  dimension: '',
  member: '',
  value: 0.75,
  numerator: 15,
  denominator: 20,
  waiting: 0,
  records: 20,
  low: null,
  high: null,
  target: 0.9,
  broken: 0.8,
  wording: 'the beginning',
  status: 'complete',
  ...changes,
});

export const file = (name: string, changes: Partial<FileAccount> = {}): FileAccount => ({
  source: 'crm',
  file: name,
  asOf,
  rows: 10,
  gaveRecords: 10,
  merged: 0,
  repeats: 0,
  leftOut: 0,
  superseded: 0,
  deleted: 0,
  rejected: 0,
  leftOutBecause: {},
  made: { lead: 10 },
  ...changes,
});

export const agreement = (metrics: readonly Metric[]): Agreement => ({
  company,
  teams: ['marketing', 'sales'].map((slug) => ({
    slug,
    name: slug === 'sales' ? 'Sales' : 'Marketing',
    inText: slug,
    lead: `Head of ${slug}`,
    sponsor: 'Managing director',
    calendar: 'office',
    disputes: null,
  })),
  calendars: [
    {
      slug: 'office',
      openings: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 540, closes: 1020 })),
      holidays: [],
    },
  ],
  currencies: { kind: 'plan', rates: [] },
  terms: [term('lead', 'leads'), term('qualified lead', 'qualified leads')],
  figures: [],
  orders: [],
  funnel: [],
  metrics,
  switchedOff: [],
  notes: [],
});

/** An edition of these metrics and values, built two hours after the export. */
export const edition = (
  metrics: readonly Metric[],
  values: readonly MetricValue[],
  files = [file('Lead.csv')],
): Edition =>
  makeEdition({
    agreement: agreement(metrics),
    catalogue: { kinds: [] },
    values,
    readings: metrics.map(({ slug, missing }) => ({ metric: slug, asOf, missing, todays: [] })),
    stretches: [],
    targets: [],
    restated: [],
    distributions: [],
    ledger: [],
    account: { files, rejected: [], links: [], health: [], pulls: [] },
    now: asOf + 7200,
  });
