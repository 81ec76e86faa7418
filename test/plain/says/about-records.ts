/** A promise's record, and whom it pauses. */
import { says, type IsTrue, type Patterns } from './pattern.ts';
import { isAbout, readAmount, readCount } from './read-english.ts';

const shown = { month: 12, quarter: 8, week: 12, day: 14, year: 5 } as const;

/** Each mark of the newest periods, as often as it is told of; what is not told of is none. */
const record: IsTrue = (said, { series, latest }) => {
  const most = latest && latest.grain in shown ? shown[latest.grain as keyof typeof shown] : 0;
  const last = series.filter(({ from }) => latest !== null && from <= latest.from).slice(-most);
  const of = (word: string) => last.filter(({ mark }) => mark.mark === word).length;
  const told = (name: string) => (said[name] ? readCount(said[name] === 'none' ? '0' : (said[name] ?? '0')) : 0);
  const kept = said['every'] ? last.length : told('kept');
  const none = said['no'] ? last.length : told('none');
  return (
    last.length === readCount(said['periods'] ?? '') &&
    of('kept') === kept && of('slipping') === told('slipping') && of('broken') === told('broken') && of('none') === none
  ); // prettier-ignore
};

const periods = '{periods count} (?:months?|quarters?|weeks?|years?)';

/** Those below in each of the newest complete periods, with ten records or more in each. */
const pausing: IsTrue = (said, raw) => {
  const rule = raw.metric.promise?.pause;
  if (!rule) return false;
  const complete = raw.values.filter(({ grain, status }) => grain === rule.grain && status === 'complete');
  const asked = [...new Set(complete.filter(({ dimension }) => dimension === '').map(({ from }) => from))]
    .toSorted()
    .slice(-rule.periods);
  const members = new Map<string, number>();
  for (const row of raw.values) {
    if (row.grain !== rule.grain || row.dimension !== rule.dimension || row.member === 'Not recorded' || row.records === 0) continue;
    const counts = row.status === 'complete' && asked.includes(row.from) && row.value !== null && row.value < rule.below;
    const many = (row.denominator ?? row.records) >= 10;
    members.set(row.member, (members.get(row.member) ?? 0) + (counts && many ? 1 : 0));
  } // prettier-ignore
  const paused = [...members].filter(([, below]) => below === rule.periods && asked.length === rule.periods);
  const some = said['some'] ? (/^none$/iu.test(said['some']) ? 0 : readCount(said['some'])) : said['one'] ? 1 : 0;
  return (
    paused.length === some &&
    (said['all'] ? readCount(said['all']) : 1) === members.size &&
    (!said['below'] || isAbout(rule.below, readAmount(said['below'], raw))) &&
    (!said['who'] ||
      paused.every(([member]) => said['who']?.replaceAll('’', "'").includes(member.replaceAll('’', "'"))))
  );
};

const forLong = 'below {below amount} for [\\w ]+';

export const aboutRecords: Patterns = {
  'marks counted': [
    says(`Kept in (?<every>all) ${periods}`, record),
    says('Kept in one (?:month|quarter)', (said, raw) => record({ ...said, every: 'all', periods: '1' }, raw)),
    says(
      `Kept in (?<kept>none|\\d+) of ${periods}(?:, slipping in {slipping count})?(?:, broken in {broken count})?(?:, no mark in {none count})?`,
      record,
    ),
    says(`(?<no>No) mark in any of ${periods}`, record),
    says('The (?:month|quarter) has (?<no>no) mark', (said, raw) => record({ ...said, no: 'no', periods: '1' }, raw)),
  ],
  paused: [
    says(
      `(?<some>None|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|\\d+) of {all count} [\\p{L} ]+? (?:is|are) to be paused(?:: (?:(?<who>.+?), )?${forLong})?`,
      pausing,
    ),
    says('The one [\\p{L} ]+? is not to be paused', pausing),
    says(`The (?<one>one) [\\p{L} ]+? is to be paused: (?:(?<who>.+?), )?${forLong}`, pausing),
  ],
};
