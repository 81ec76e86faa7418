import type { Measure, MetricUnit } from '../values/agreement.ts';
import type { RecordKind } from '../values/catalogue.ts';
import type { Duration, FieldPath } from '../values/tree.ts';
import { pluralOf } from './plural.ts';

/** What is counted: the records, and the field of theirs where the measure takes one. */
export interface Subject {
  readonly kind: RecordKind;
  readonly term: string | null;
  readonly noun: string;
  readonly nouns: string;
  readonly field: FieldPath | null;
}

/** A way to count: one line of this table, and one file in `measure`. */
export interface MeasureRow {
  /** What its key takes: records (`won deal`), or a field of theirs (`won deal's amount`). */
  readonly takes: 'records' | 'field';
  /** Whether it asks which of the records are as agreed (`kept when`). */
  readonly judges: boolean;
  /** Whether it gives the records a time to get there (`within`). */
  readonly waits: boolean;
  /** How its targets are said: a share, an amount for a stretch of time, or an amount for any. */
  readonly target: 'share' | 'for a time' | 'plain';
  /** Field types that it works on. */
  readonly on: readonly FieldPath['type']['is'][];
  readonly make: (field: FieldPath | null, within: Duration | null) => Measure | null;
  readonly unit: (subject: Subject, currency: string) => MetricUnit;
  /** What is measured, where nobody wrote it. */
  readonly measured: (subject: Subject) => string;
  /** A sentence with `{value}` and `{period}`, where nobody wrote one. */
  readonly says: (title: string, subject: Subject) => string;
}

const amounts = ['number', 'money'] as const;

const plainSays = (title: string) => `${title}: {value} in {period}`;

const fieldRow = (measure: FieldMeasure, name: string, target: MeasureRow['target'] = 'plain'): MeasureRow => ({
  takes: 'field',
  judges: false,
  waits: false,
  target,
  on: amounts,
  make: (field) => field && { measure, of: field },
  unit: (subject, currency) => (subject.field?.type.is === 'money' ? { unit: 'money', currency } : { unit: 'number' }),
  measured: (subject) => `${name} ${subject.field?.field ?? ''} of ${subject.nouns}`,
  says: plainSays,
});

type FieldMeasure = Extract<Measure, { of: FieldPath }>['measure'];

const count: MeasureRow = {
  takes: 'records',
  judges: false,
  waits: false,
  target: 'for a time',
  on: [],
  make: () => ({ measure: 'count' }),
  unit: ({ kind, noun, nouns }) => ({ unit: 'records', kind: kind.name, noun, nouns }),
  measured: (subject) => `Number of ${subject.nouns}`,
  says: plainSays,
};

const share: MeasureRow = {
  ...count,
  judges: true,
  target: 'share',
  make: () => ({ measure: 'share' }),
  unit: () => ({ unit: 'share' }),
  measured: (subject) => `Share of ${subject.nouns} that are as agreed`,
  says: (title, subject) => `${title}: {value} of {period}'s ${subject.nouns}`,
};

/** Every measure of records, by its key in a metric's file. */
export const measures = {
  'count of': count,
  'count different': {
    ...fieldRow('count different', 'Number of different', 'for a time'),
    on: ['text', 'number', 'yes-no', 'link'],
    unit: ({ kind, field }) => ({
      unit: 'records',
      kind: kind.name,
      noun: field?.field ?? '',
      nouns: pluralOf(field?.field ?? ''),
    }),
    measured: (subject) => `Number of different ${pluralOf(subject.field?.field ?? '')} of ${subject.nouns}`,
  },
  'sum of': fieldRow('sum', 'Total', 'for a time'),
  'average of': fieldRow('average', 'Average'),
  'median of': fieldRow('median', 'Median'),
  'smallest of': fieldRow('smallest', 'Smallest'),
  'largest of': fieldRow('largest', 'Largest'),
  'share of': share,
  'conversion of': {
    ...share,
    waits: true,
    make: (_, within) => within && { measure: 'conversion', within },
    measured: (subject) => `Share of ${subject.nouns} that came as far as agreed in time`,
  },
} as const satisfies Record<string, MeasureRow>;

export type MeasureKey = keyof typeof measures;

export const measureKeys = Object.keys(measures) as MeasureKey[];
