/** What a reader should know of a metric before relying on it: in what it is counted, when it tells, and which way is good. */
import { currencyWord } from '../story/locale/en/forms.ts';
import type { Metric, MetricUnit } from '../values/agreement.ts';

type UnitSays<Unit extends MetricUnit['unit']> = (unit: Extract<MetricUnit, { unit: Unit }>) => string;

const unitSays: { readonly [Unit in MetricUnit['unit']]: UnitSays<Unit> } = {
  records: ({ nouns }) => `It is a number of ${nouns}.`,
  share: () => 'It is a share, from 0% to 100%.',
  money: ({ currency }) => `It is an amount, in ${currencyWord(currency, 'name')}.`,
  number: () => 'It is a number.',
  duration: ({ of }) => `It is a length of time, in ${of}.`,
  day: () => 'It is a day.',
  times: () => 'It is how many times the one goes into the other.',
};

const tellsSays = {
  leading: 'It tells early what will come.',
  lagging: 'It tells what came in the end.',
} as const;

const betterSays = { higher: 'More is better.', lower: 'Less is better.' } as const;

/** In what a metric is counted, a sentence. */
export function unitSentence({ unit }: Pick<Metric, 'unit'>): string {
  const say = unitSays[unit.unit] as UnitSays<typeof unit.unit>;
  return say(unit);
}

/** How a metric is to be read, a sentence each; what nobody said is left away. */
export function readingSentences({ unit, tells, better }: Pick<Metric, 'unit' | 'tells' | 'better'>): string[] {
  return [unitSentence({ unit }), ...(better ? [betterSays[better]] : []), ...(tells ? [tellsSays[tells]] : [])];
}
