import { z } from 'zod';
import { topics, type Metric, type Topic } from '../../values/agreement.ts';
import type { Grain } from '../../values/period.ts';
import { isDay } from '../day.ts';
import { measureKeys, measures, type MeasureKey } from '../measures.ts';
import { conditionsSchema } from '../read-conditions.ts';
import { day, keys, oneWordOf, text, texts, wholeNumber, yesNo } from '../schema-words.ts';
import { breakdownsSchema } from './breakdown-schema.ts';
import { duration } from './company.ts';

const measureShape = Object.fromEntries(
  measureKeys.map((key) => [key, text.optional().describe(measures[key].means)]),
) as Record<MeasureKey, z.ZodOptional<typeof text>>;

const percent = text.transform((written, context) => {
  const number = Number(written);
  if (/^\d+(\.\d+)?$/.test(written) && number > 0 && number < 100) return number;
  context.addIssue(`"${written}" is no percentile; write a number between 0 and 100, such as 90`);
  return z.NEVER;
});

const topic = oneWordOf(Object.fromEntries(topics.map((one) => [one, one])) as Record<Topic, Topic>);

const targetForm =
  'a target is a text such as "at least 90%", or "at least:" with amounts by period or with a metric whose plan it follows';
const amountsForm = 'name a metric whose plan it follows, or give an amount for each period: "2026-10: 120"';

/** Periods without the side on which their amounts lie: told once, however many they are. */
function withoutSide(key: string, place: number): string | null {
  if (!/^(?:\d{4}-\d\d|FY\d{4}|months?$|quarters?$|years?$)/i.test(key)) return null;
  return place > 0
    ? ''
    : `"${key}:" stands under "target:" without its side; write "at least:" (or "at most:") under "target:", and below that each period: "2026-01: 20"`;
}

const planSchema = keys(
  {
    'at least': z
      .union([text, z.record(text, text)], { error: amountsForm })
      .optional()
      .describe('What to reach: the metric whose plan it follows, or an amount for each period: 2026-10, FY2026-Q4.'),
    'at most': z
      .union([text, z.record(text, text)], { error: amountsForm })
      .optional()
      .describe('What not to pass: the metric whose plan it follows, or an amount for each period.'),
    'divided by': texts
      .optional()
      .describe('Metrics that the plan is divided by, by what they came to in the last complete fiscal year.'),
    times: texts.optional().describe('Metrics that the plan is multiplied with, in the same way.'),
    'earlier by': duration.optional().describe('How long before the planned result this must be reached: 3 months.'),
  },
  withoutSide,
);

/** What a wording is made of, and so what the history may hold too. */
const wordingShape = {
  ...measureShape,
  percentile: percent.optional().describe('With "percentile of:" which one: 90.'),
  'counted in': text.optional().describe('A number or amount of the records by which a share weighs them: amount.'),
  within: duration.optional().describe('With "conversion of:" how long the records have to get there: 90 days.'),
  'kept when': conditionsSchema.optional().describe('Conditions that all hold for a record that is as agreed.'),
  'instead for': z
    .record(text, conditionsSchema)
    .optional()
    .describe('For records of which the sentence holds, conditions of their own in place of "kept when:".'),
  'except when': conditionsSchema
    .optional()
    .describe('Conditions that take a record out of the count; each of them does.'),
  target: z
    .union([text, planSchema], { error: targetForm })
    .optional()
    .describe('What was agreed to reach: at least 90%, at least 22 a month.'),
  broken: text.optional().describe('Beyond what it is broken: below 80%. Between that and the target it is slipping.'),
};

const none = z.literal('none').transform(() => null);
const textOrNone = text.transform((written) => (written === 'none' ? null : written));

/** What an earlier wording may say: as today's, or that it had none of what today's has. */
const earlierShape = {
  ...wordingShape,
  'counted in': textOrNone.optional().describe('What it was counted in; "none": records counted as one each.'),
  'instead for': z
    .union([z.record(text, conditionsSchema), none])
    .optional()
    .describe('The conditions for some; "none": there were none.'),
  'except when': z
    .union([conditionsSchema, none])
    .optional()
    .describe('What took a record out of the count; "none": nothing did.'),
  target: z
    .union([textOrNone, planSchema], { error: targetForm })
    .optional()
    .describe('What was agreed to reach; "none": nothing was.'),
  broken: textOrNone.optional().describe('Beyond what it was broken; "none": nothing was said.'),
};

const finest = oneWordOf<Grain>({
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  all: 'all',
});

const asOf = text.transform((written, context): NonNullable<Metric['asOf']> => {
  const time = written.toLowerCase();
  if (time === 'period end' || time === 'period start') return time;
  if (isDay(written)) return { day: written };
  context.addIssue(`"${written}" is not a time; write "period end", "period start", or a day such as 2026-01-31`);
  return z.NEVER;
});

const stretch = text.transform((written, context): { periods: number; grain: Grain } => {
  const [, count, grain] = /^(\d+) (day|week|month|quarter|year)s?$/.exec(written) ?? [];
  if (Number(count) > 0) return { periods: Number(count), grain: grain as Grain };
  context.addIssue(`"${written}" is no number of periods; write it like "2 months"`);
  return z.NEVER;
});

const signature = keys({
  team: text.describe('The team that agreed, as teams.yml calls it.'),
  by: text.describe('Who said yes for it.'),
  on: day.describe('The day on which they did.'),
  how: text.describe('How they said so: minutes of the revenue meeting.'),
  'recorded by': text.describe('Who wrote it down.'),
  seal: z
    .string()
    .optional()
    .describe('The seal of the definition that they agreed to. The command "agree" writes it.'),
});

const pause = keys({
  who: text.describe('A dimension of "break down by:" whose members are paused, such as partner.'),
  below: text.describe('The level under which a member is paused: 70%.'),
  for: stretch.describe('For how many complete periods in a row: 2 months.'),
});

const earlier = keys({
  until: day.describe('The last day on which this wording held.'),
  from: day.optional().describe('The first one. It follows from the wording before.'),
  ...earlierShape,
});

/** metrics/*.yml and slas/*.yml: a metric, or a promise, which is a metric with two parties. */
export const metricSchema = keys({
  title: text.describe('What the number is called on the page.'),
  asks: text.describe('The question that it answers.'),
  'answered by': texts.optional().describe('The teams that answer for it, where nobody promises it.'),
  'promised by': texts.optional().describe('Who promises it: teams, or partners.'),
  'promised to': texts.optional().describe('Whom it is promised to: teams, or partners.'),
  ...wordingShape,
  'ratio of': text.optional().describe('The metric whose sum stands above the line.'),
  per: text
    .optional()
    .describe(
      'With "ratio of:" the metric whose sum stands below the line; or "the target of" one, or "the rest of the target of" one: what is still to come of it.',
    ),
  'difference of': text.optional().describe('The metric that another one is taken from; with "less:".'),
  less: text.optional().describe('With "difference of:" the metric that is taken away.'),
  by: text.optional().describe('The moment that puts a record into a week or a month, or "nothing".'),
  moves: text
    .optional()
    .describe(
      'Of a sum of changes: the balance (a sum "as of: period end") that they move. What it was, what moved it by the first breakdown, and what it is are told for each period.',
    ),
  'rate on': text
    .optional()
    .describe(
      'The moment whose day tells the rate at which amounts are changed; else that of "by:", and of what is counted as it stood, that of the opening of each record.',
    ),
  'as of': asOf
    .optional()
    .describe(
      'Counts the records as they stood: at each "period end", at each "period start" (a share is then kept or not by its end), or on a day.',
    ),
  running: oneWordOf({ month: 'month', quarter: 'quarter', year: 'year', 'all time': 'all' })
    .optional()
    .describe('Each value takes in everything since the start of this longer period.'),
  needs: texts
    .optional()
    .describe(
      'Fields that every record should have. Where one lacks, the least and greatest possible value are shown.',
    ),
  finest: finest.optional().describe('The shortest period that it is counted for.'),
  'business time': text.optional().describe('The calendar that its business hours and days run by.'),
  'paired with': text.optional().describe('The metric that keeps this one honest: speed with quality.'),
  'if broken': texts.optional().describe('What happens when the promise is broken.'),
  pause: pause.optional().describe('Which members get no more leads while they do not keep the promise.'),
  'break down by': breakdownsSchema
    .optional()
    .describe(
      'Into which groups its records part: fields, sentences, groups by name, or "clauses of" a term: which of its sentences records meet.',
    ),
  tells: oneWordOf({ leading: 'leading', lagging: 'lagging' })
    .optional()
    .describe('Whether it tells early what will come (leading), or late what came (lagging).'),
  topic: topic
    .optional()
    .describe(`The page on which it stands beside its own: ${topics.slice(0, -1).join(', ')} or ${topics.at(-1)}.`),
  'also on': z
    .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(topic).min(1))
    .optional()
    .describe('Further pages that it stands on, beside that of its topic: it is a column of their tables too.'),
  'at risk': text
    .optional()
    .describe(
      'Of records as they stand: those that need somebody’s hand, said as a sentence that begins with {count}: "{count} deals are stuck".',
    ),
  better: oneWordOf({ higher: 'higher', lower: 'lower' })
    .optional()
    .describe('Which way is good, where no target tells it: higher or lower.'),
  pitfalls: texts.optional().describe('What a reader should know before relying on it, a sentence each.'),
  choices: texts.optional().describe('What others count otherwise, and how it is counted here, a sentence each.'),
  counted: yesNo.optional().describe('With "no" it is checked like the others, and neither counted nor published.'),
  headline: wholeNumber.optional().describe('Its place on the first page, from 1.'),
  says: text.optional().describe('A sentence about its value, with {value} and {period} in it.'),
  measured: text.optional().describe('What is measured and in what unit, for under the title.'),
  move: text.optional().describe('What to do about misses, with {count} in it.'),
  'review by': day.optional().describe('The day by which the teams look at the agreement again.'),
  'said but not counted': texts.optional().describe('What was agreed in words and cannot be counted.'),
  agreed: z.array(signature).optional().describe('Who agreed to it, and when.'),
  history: z.array(earlier).optional().describe('Earlier wordings: what was different, and until when it held.'),
});

export type SaidMetric = z.infer<typeof metricSchema>;
/** Today's wording or an earlier one; null where an earlier one had none. */
export type SaidWording = Pick<z.infer<typeof earlier>, keyof typeof wordingShape>;
export type SaidTarget = NonNullable<SaidMetric['target']>;
/** A target that is listed by period, or that follows the plan for another metric. */
export type SaidPlan = z.infer<typeof planSchema>;
