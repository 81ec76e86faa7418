import type { Day } from '../../values/period.ts';
import type { MetricValue } from '../../values/value.ts';
import * as en from '../locale/en/trends.ts';
import { fewest, judgedFrom } from '../mark-of.ts';
import { countedSince } from '../same-count.ts';
import type { Material, Subject } from '../subject.ts';
import { needsMany } from '../traits.ts';

/** How the newest number lies to that of a year before: `9% more`, and what a heading may say instead: `than a year ago`. Both '' where there is no number yet. */
export interface YearAgo {
  readonly says: string;
  readonly against: string;
}

const nothing: YearAgo = { says: '', against: '' };
const against = (says: string): YearAgo => ({ says, against: en.thanThen });

/** Fewer than so many are told as counts: one more of four is not a quarter more. */
const countedBelow = 20;
/** Past this many times it is said so, not in percent. */
const manyTimes = 2;

const aYearBefore = (day: Day): Day => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/**
 * Both numbers, by one way of counting: today's, where the periods were counted again by it. Or why they can't be compared.
 */
function bothOf({ restated = [] }: Material, subject: Subject): readonly [MetricValue, MetricValue] | YearAgo {
  const { metric, latest } = subject;
  if (!latest || latest.value === null || latest.grain === 'all') return nothing;
  const rows = restated.length > 0 ? restated.filter(({ dimension }) => dimension === '') : subject.series;
  const at = (from: Day) => rows.find((row) => row.grain === latest.grain && row.from === from);
  const [now, then] = [at(latest.from) ?? latest, at(aYearBefore(latest.from))];
  const since = countedSince(metric);
  if (!then) return en.yearAgoUnknown.none;
  if (since !== null && then.from < since && restated.length === 0) return en.yearAgoUnknown.reworded;
  if (then.value === null || now.value === null) return en.yearAgoUnknown['not known'];
  const few = (row: MetricValue) => (judgedFrom(metric, row) ?? fewest) < fewest;
  return needsMany(metric) && (few(now) || few(then)) ? en.yearAgoUnknown.few : [now, then];
}

/** The newest number against that of the same period a year before; '' where there is none yet. */
export function yearAgo(material: Material, subject: Subject): YearAgo {
  const both = bothOf(material, subject);
  return 'says' in both ? both : compared(both[0].value ?? 0, both[1].value ?? 0, subject);
}

function compared(now: number, then: number, { metric: { unit }, numbers }: Subject): YearAgo {
  if (now === then) return { says: en.theSame, against: en.asThen };
  const distance = numbers.distance(now, then);
  const more = now > then;
  if (numbers.apart(now, then) === 0) return { says: en.littleApart, against: en.asThen };
  if (unit.unit === 'duration') return against(en.longerBy(distance, more));
  if (unit.unit === 'day') return against(en.laterBy(distance, more));
  const adds = unit.unit === 'records' || unit.unit === 'money';
  const few = unit.unit === 'records' && Math.min(now, then) < countedBelow;
  if (adds && then === 0) return en.yearAgoUnknown.nothing;
  if (!adds || few || now < 0 || then < 0) return against(en.moreBy(distance, more, unit.unit === 'records'));
  const times = now / then;
  if (times >= manyTimes)
    return { says: en.timesAs(Math.round(times * 10) / 10, unit.unit === 'records'), against: en.asThen };
  const part = Math.abs(times - 1);
  if (part < 0.005) return { says: en.littleApart, against: en.asThen };
  return against(en.moreBy(en.percent(part), more, unit.unit === 'records'));
}
