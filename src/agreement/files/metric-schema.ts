import { z } from 'zod';
import { grains, type Grain } from '../../values/period.ts';
import { measureKeys, type MeasureKey } from '../measures.ts';
import { conditionsSchema } from '../read-conditions.ts';
import { day, keys, oneWordOf, text, texts, wholeNumber } from '../schema-words.ts';
import { duration } from './company.ts';

const measureShape = Object.fromEntries(measureKeys.map((key) => [key, text.optional()])) as Record<
  MeasureKey,
  z.ZodOptional<typeof text>
>;

/** What a wording is made of, and so what the history may hold too. */
const wordingShape = {
  ...measureShape,
  within: duration.optional(),
  'kept when': conditionsSchema.optional(),
  'except when': conditionsSchema.optional(),
  target: text.optional(),
  broken: text.optional(),
};

const finest = oneWordOf(Object.fromEntries(grains.map((grain): [string, Grain] => [grain, grain])));

/** metrics/*.yml and slas/*.yml: a metric, or a promise, which is a metric with two parties. */
export const metricSchema = keys({
  title: text,
  asks: text,
  'answered by': texts.optional(),
  'promised by': texts.optional(),
  'promised to': texts.optional(),
  ...wordingShape,
  'ratio of': text.optional(),
  per: text.optional(),
  by: text.optional(),
  finest: finest.optional(),
  'business time': text.optional(),
  'paired with': text.optional(),
  'if broken': texts.optional(),
  'break down by': z.union([texts, z.record(z.string(), text)]).optional(),
  headline: wholeNumber.optional(),
  says: text.optional(),
  measured: text.optional(),
  move: text.optional(),
  'review by': day.optional(),
  'said but not counted': texts.optional(),
  agreed: z
    .array(keys({ team: text, by: text, on: day, how: text, 'recorded by': text, seal: z.string().optional() }))
    .optional(),
  history: z.array(keys({ until: day, from: day.optional(), ...wordingShape })).optional(),
});

export type SaidMetric = z.infer<typeof metricSchema>;
export type SaidWording = Pick<SaidMetric, keyof typeof wordingShape>;
