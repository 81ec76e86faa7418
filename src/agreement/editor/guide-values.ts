import { withArticle } from '../plural.ts';
import { table } from './markdown.ts';
import type { Value } from '../../values/tree.ts';

/** A way to say a value, with one of them and the kind of record that it is said of. */
export interface ValueForm {
  readonly form: string;
  readonly example: string;
  readonly of: string;
  readonly means: string;
}

/** Every kind of value of the language. */
export const valueForms = {
  literal: {
    form: 'a value as it is',
    example: '180,000 EUR',
    of: 'opportunity',
    means: 'A number, an amount, a text, a day like 2026-01-31, yes or no, a stretch of time like 2 business days.',
  },
  field: {
    form: "FIELD, its LINK's FIELD",
    example: "its lead's company size",
    of: 'handover',
    means: 'What a record has in a field, or the record that it is linked to. Figures are used like fields.',
  },
  picked: {
    form: "its first (last, previous, next) RECORD's FIELD, the FIELD of its first RECORD where ...",
    example: 'the completed of its first activity where direction is out',
    of: 'handover',
    means: 'A field of one of its related records: of the first, the last, or the one before or after this.',
  },
  entered: {
    form: 'entered STAGE, last entered STAGE',
    example: 'entered Proposal',
    of: 'opportunity',
    means: 'The moment of the first, or last, entry into a stage, by the history.',
  },
  'number of': {
    form: 'the number of RECORDS',
    example: 'the number of activities where kind is call',
    of: 'opportunity',
    means: 'How many related records there are; 0 where there are none.',
  },
  gathered: {
    form: 'the total (average, smallest, largest) FIELD of RECORDS',
    example: 'the largest amount of stage changes',
    of: 'opportunity',
    means: 'What a field of the related records comes to; empty where none of them has one.',
  },
  distance: {
    form: 'UNIT from MOMENT to MOMENT',
    example: 'business hours from assigned to accepted',
    of: 'handover',
    means:
      'The time between two moments, below 0 where the second lies first: minutes, hours, days, calendar days, weeks, months, business minutes, business hours, business days.',
  },
  'part of': {
    form: 'the year (quarter, month, weekday, hour) of MOMENT',
    example: 'the weekday of created',
    of: 'lead',
    means:
      'A part of the local date or clock time: 2026, 1 to 4, March, Monday, 0 to 23. Years and quarters are fiscal.',
  },
  edge: {
    form: "the start (end) of the week (month, quarter, year) of MOMENT, the period's start (end)",
    example: 'the start of the month of closed',
    of: 'opportunity',
    means:
      "A day: the first or last one of the period that a moment lies in. Quarters and years are fiscal. The period's are those of the period that is counted, where a metric is counted `as of: period end` or `period start`.",
  },
  beyond: {
    form: 'the later (earlier) of MOMENT and MOMENT',
    example: 'the later of accepted and rejected',
    of: 'handover',
    means: 'The moment that lies later, or earlier. Empty where either is empty. If one is a day, it is a day.',
  },
  result: {
    form: 'the result of METRIC',
    example: 'the result of deals-won',
    of: 'opportunity',
    means:
      'What another metric, named by its file, came to in the last complete fiscal year: before the as-of day, or before the end of the period where a metric is counted as things stood. A share is a number from 0 to 1. Empty where that year has none.',
  },
  calculated: {
    form: 'VALUE times (divided by, plus, minus) VALUE',
    example: 'amount times probability',
    of: 'opportunity',
    means: 'One step of arithmetic; for more, name the first as a figure. A moment plus 5 business days is a moment.',
  },
  'or else': {
    form: 'VALUE, or else VALUE',
    example: 'accepted, or else rejected',
    of: 'handover',
    means: 'The first, or where it is empty the second.',
  },
} as const satisfies Readonly<Record<Exclude<Value['value'], 'sorted'>, ValueForm>>;

export function valueTable(): string {
  const lines = Object.values(valueForms).map(({ form, example, of, means }) => [
    `\`${form}\``,
    `\`${example}\` of ${withArticle(of)}`,
    means,
  ]);
  return table(['say', 'for example', 'it is'], lines);
}

/** What an empty field comes to in each measure. */
const whereEmpty: readonly (readonly [measures: string, means: string])[] = [
  ['sum of', 'It adds nothing.'],
  [
    'average of, median of, percentile of, smallest of, largest of, earliest of, latest of',
    'The record is left out. In a median or percentile, a length of time that has begun and is not over counts as longer than any: so one may be "not reached".',
  ],
  ['count different', 'It is not a value.'],
  ['count of, share of, conversion of', 'The record counts, as long as its sentences hold without the field.'],
];

/** What measures and breakdowns take, and how empty fields count in them. */
export const measured = `Measures and breakdowns take fields and figures. Any other value (\`the weekday of created\`, \`business hours from assigned to accepted\`) needs a name first, as a
figure in \`vocabulary.yml\`.

A record whose field is empty counts like this:

${table(
  ['in', 'where the field is empty'],
  whereEmpty.map(([names, means]) => [
    names
      .split(', ')
      .map((name) => `\`${name}:\``)
      .join(', '),
    means,
  ]),
)}`;
