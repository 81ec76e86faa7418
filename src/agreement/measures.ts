import type { Measure, Metric, MetricUnit } from '../values/agreement.ts';
import type { RecordKind } from '../values/catalogue.ts';
import type { Duration, FieldPath, ValueType } from '../values/tree.ts';
import { pluralOf } from './plural.ts';

/** What is counted: the records, and the field of theirs where the measure takes one. */
export interface Subject {
  readonly kind: RecordKind;
  readonly term: string | null;
  readonly noun: string;
  readonly nouns: string;
  readonly field: FieldPath | null;
}

/** What a measure is made of, as far as a metric's file says it. */
export interface Ingredients {
  readonly field: FieldPath | null;
  readonly within: Duration | null;
  readonly percent: number | null;
  readonly countedIn: FieldPath | null;
}

/** A way to count: one line of this table, and one file in `measure`. */
export interface MeasureRow {
  /** What its key means, for the guide. */
  readonly means: string;
  /** What its key takes: records (`won deal`), or a field or figure of theirs (`won deal's amount`). */
  readonly takes: 'records' | 'field';
  /** Whether it asks which of the records are as agreed (`kept when`), and may weigh them (`counted in`). */
  readonly judges: boolean;
  /** The keys that it needs beside its own. */
  readonly needs: readonly ('within' | 'percentile')[];
  /** How its targets are said: a share, an amount for a stretch of time, or an amount for any. */
  readonly target: 'share' | 'for a time' | 'plain';
  /** What adds up to the whole: periods that do not overlap, members of a breakdown. */
  readonly adds: Metric['adds'];
  /** Whether what a record brings to it can be split, so that credit is given. */
  readonly credits: boolean;
  /** Field types that it works on. */
  readonly on: readonly ValueType['is'][];
  /** Null where an ingredient is missing. */
  readonly make: (from: Ingredients) => Measure | null;
  readonly unit: (subject: Subject, currency: string) => MetricUnit;
  /** What is measured, where nobody wrote it. */
  readonly measured: (subject: Subject, from: Ingredients) => string;
  /** A sentence with `{value}` and `{period}`, where nobody wrote one. */
  readonly says: (title: string, subject: Subject) => string;
}

const everything = { periods: true, members: true } as const;
const nothing = { periods: false, members: false } as const;

const plainSays = (title: string) => `${title}: {value} in {period}`;

/** In what an amount of the field is counted. */
function unitOfField({ field }: Subject, currency: string): MetricUnit {
  if (field?.type.is === 'money') return { unit: 'money', currency };
  return field?.type.is === 'duration' ? { unit: 'duration', of: field.type.unit } : { unit: 'number' };
}

const ofField = (subject: Subject) => `${subject.field?.field ?? ''} of ${subject.nouns}`;

type AmountMeasure = Extract<Measure, { of: FieldPath }>['measure'];

/** A measure of a field alone. */
const amountRow = (measure: Exclude<AmountMeasure, 'percentile'>, name: string, means: string): MeasureRow => ({
  means,
  takes: 'field',
  judges: false,
  needs: [],
  target: 'plain',
  adds: nothing,
  credits: false,
  on: ['number', 'money', 'duration'],
  make: ({ field }) => field && { measure, of: field },
  unit: unitOfField,
  measured: (subject) => `${name} ${ofField(subject)}`,
  says: plainSays,
});

const momentRow = (measure: 'earliest' | 'latest', name: string, means: string): MeasureRow => ({
  ...amountRow(measure, name, means),
  on: ['moment'],
  unit: () => ({ unit: 'day' }),
});

const count: MeasureRow = {
  means: 'How many records there are: qualified lead.',
  takes: 'records',
  judges: false,
  needs: [],
  target: 'for a time',
  adds: everything,
  credits: true,
  on: [],
  make: () => ({ measure: 'count' }),
  unit: ({ kind, noun, nouns }) => ({ unit: 'records', kind: kind.name, noun, nouns }),
  measured: (subject) => `Number of ${subject.nouns}`,
  says: plainSays,
};

/** `, counted in amount`, where records do not count as one each. */
const weighed = ({ countedIn }: Ingredients) => (countedIn ? `, counted in ${countedIn.field}` : '');

const share: MeasureRow = {
  ...count,
  means: 'Which part of the records is as agreed by "kept when:".',
  judges: true,
  target: 'share',
  adds: nothing,
  make: ({ countedIn }) => ({ measure: 'share', countedIn }),
  unit: () => ({ unit: 'share' }),
  measured: (subject, from) => `Share of ${subject.nouns} that are as agreed${weighed(from)}`,
  says: (title, subject) => `${title}: {value} of {period}'s ${subject.nouns}`,
};

/** Every measure of records, by its key in a metric's file. */
export const measures = {
  'count of': count,
  'count different': {
    ...amountRow(
      'count different',
      'Number of different',
      "How many different values a field of the records has: won deal's account.",
    ),
    target: 'for a time',
    on: ['text', 'number', 'yes-no', 'link'],
    unit: ({ kind, field }) => ({
      unit: 'records',
      kind: kind.name,
      noun: field?.field ?? '',
      nouns: pluralOf(field?.field ?? ''),
    }),
    measured: (subject) => `Number of different ${pluralOf(subject.field?.field ?? '')} of ${subject.nouns}`,
  },
  'sum of': {
    ...amountRow('sum', 'Total', "What a field of the records adds up to: won deal's amount."),
    target: 'for a time',
    adds: everything,
    credits: true,
  },
  'average of': amountRow('average', 'Average', 'The mean of a field of the records.'),
  'median of': amountRow(
    'median',
    'Median',
    'The middle of a field of the records: of two middle ones, what lies halfway. It is the 50th percentile.',
  ),
  'percentile of': {
    ...amountRow(
      'median',
      'Percentile',
      'The value below which so many of a hundred records lie, by a straight line between the two nearest; with "percentile:".',
    ),
    needs: ['percentile'],
    make: ({ field, percent }) =>
      field === null || percent === null ? null : { measure: 'percentile', of: field, percent },
    measured: (subject, { percent }) => `What ${percent ?? ''}% stay at or below: ${ofField(subject)}`,
  },
  'smallest of': amountRow('smallest', 'Smallest', 'The least of a field of the records.'),
  'largest of': amountRow('largest', 'Largest', 'The greatest of a field of the records.'),
  'earliest of': momentRow('earliest', 'Earliest', 'The first day of a moment of the records.'),
  'latest of': momentRow('latest', 'Latest', 'The last day of a moment of the records.'),
  'share of': share,
  'conversion of': {
    ...share,
    means: 'Which part of the records came as far as "kept when:" says, within the time that "within:" gives them.',
    needs: ['within'],
    make: ({ within, countedIn }) => within && { measure: 'conversion', within, countedIn },
    measured: (subject, from) => `Share of ${subject.nouns} that came as far as agreed in time${weighed(from)}`,
  },
} as const satisfies Record<string, MeasureRow>;

export type MeasureKey = keyof typeof measures;

export const measureKeys = Object.keys(measures) as MeasureKey[];
