/** Marks, what waits, and what is known of a metric beside its number. */
import { dayOf, firstDayOf, isAbout, readAmount, readCount, rowOf } from './read-english.ts';
import { says, type IsTrue, type Patterns } from './pattern.ts';
import { levelOf, wayThen, wordingThen, type Raw } from './raw.ts';

const why =
  (reason: string): IsTrue =>
  (_, { latest }) =>
    latest?.mark.why === reason;
const of = (raw: Raw, period: string) => rowOf(period, raw);
/** Records that a number is judged from: an amount that is shared is no number of them. */
function small({ latest: row, metric }: Raw): number {
  const { measure } = metric.wordings[0];
  const ofRecords = 'countedIn' in measure && measure.countedIn === null;
  return row === null ? 0 : ofRecords ? (row.denominator ?? 0) : row.records - row.waiting;
}

const restated: IsTrue = (said, raw) => {
  const row = of(raw, said['period'] ?? '');
  const mark = said['mark'] === 'without a mark' ? 'none' : (said['mark'] ?? '').replace('as ', '');
  return isAbout(row?.value, readAmount(said['today'] ?? '', raw)) && isAbout(row?.fixed?.value, readAmount(said['before'] ?? '', raw)) &&
    row?.value !== row?.fixed?.value && (mark === '' || row?.fixed?.mark.mark === mark);
}; // prettier-ignore

const misses: IsTrue = (said, raw) => {
  const row = raw.latest;
  if (!row || row.numerator === null || row.denominator === null || row.target === null) return false;
  const sign = wayThen(raw, row.to) === 'at most' ? -1 : 1;
  if ((sign === 1) !== (said['way'] === 'more')) return false;
  const keeps = (more: number) =>
    sign * ((row.numerator ?? 0) + sign * more - (row.target ?? 0) * (row.denominator ?? 0)) >= -1e-6;
  const missing = readCount(said['missing'] ?? '');
  return keeps(missing) && !keeps(missing - 1);
};

/** How many of the newest periods can be judged, and were kept. */
const lately: IsTrue = (said, { series, latest }) => {
  const last = series.filter(({ from }) => latest !== null && from <= latest.from).slice(-12);
  const judged = last.filter(({ mark }) => mark.mark !== 'none').length;
  const kept = last.filter(({ mark }) => mark.mark === 'kept').length;
  const some = said['some'] === 'none' ? 0 : said['some']?.startsWith('all') ? judged : readCount(said['some'] ?? '');
  return (
    last.length === readCount(said['periods'] ?? '') &&
    kept === some &&
    judged === (said['judged'] ? readCount(said['judged']) : last.length)
  );
};

const streak: IsTrue = (said, raw) => {
  const until = raw.latest ? raw.series.indexOf(raw.latest) + 1 : 0;
  const from = raw.series.findIndex(({ from: day }) => day === firstDayOf(said['since'] ?? '', raw));
  const fits = ({ mark: { mark } }: Raw['series'][number]) =>
    said['run'] === 'Not kept' ? mark === 'slipping' || mark === 'broken' : mark === (said['run'] ?? '').toLowerCase();
  const run = raw.series.slice(from, until);
  const before = raw.series[from - 1];
  return from >= 0 && run.length === readCount(said['periods'] ?? '') && run.every(fits) && !(before && fits(before));
};

/** Whether less is better: what counts against a metric is then its upper number. */
const isAgainst = ({ metric }: Raw) => metric.better === 'lower' || metric.wordings[0].target?.way === 'at most';

const outcome: IsTrue = (said, raw) => {
  const row = of(raw, said['period'] ?? '');
  if (!row || row.denominator === null || row.numerator === null) return false;
  const verb = said['verb'] ?? '';
  const all = said['all'] ? readCount(said['all']) : 1;
  if (/wait/u.test(verb)) return row.denominator === 0 && all === row.waiting;
  const some = said['some'] ? readCount(said['some']) : said['which'] === 'None' ? 0 : all;
  const isUpper = /^(?:was|were) in time|^kept|towards/u.test(verb) || (isAgainst(raw) && /against/u.test(verb));
  const number = isUpper ? row.numerator : row.denominator - row.numerator;
  return row.denominator === all && (/not count/u.test(verb) ? row.denominator - number : number) === some;
};
const verbs =
  '(?<verb>(?:was|were) (?:not )?in time|missed it|kept it|counts? (?:towards the share|against it)|(?:does|do) not count (?:towards the share|against it)|still waits?)';

const missingWords: IsTrue = (_, { metric }) => metric.missing.length > 0;

export const aboutMarks: Patterns = {
  unmarked: [
    says('Too early to judge {period period}: {waiting count}( [\\p{L} ]+?)? still waits? and could change the mark', (said, raw) =>
      of(raw, said['period'] ?? '')?.waiting === readCount(said['waiting'] ?? '') && why('too early')(said, raw)),
    says('Too few to judge {period period}: {records count} [\\p{L} ]+', (said, raw) =>
      small(raw) === readCount(said['records'] ?? '') && small(raw) < 10),
    says('No target is agreed for this yet', (_, { latest }) => latest?.target === null),
    says('Waiting for {teams any} to agree', (_, { metric }) => metric.signatures.some(({ holds }) => !holds)),
    says('{period period} was counted by two wordings, so it has no mark', (said, raw) => of(raw, said['period'] ?? '')?.wording === null),
    says('Not countable yet: no source maps {missing any}', missingWords),
    says('The data is too old to judge by', why('stale')),
    says('There was nothing to judge in {period period}', (said, raw) => [null, undefined].includes(of(raw, said['period'] ?? '')?.value as null) || small(raw) === 0),
  ],
  restatement: [
    says('When {period period} closed it was {before amount}; today it is {today amount}', restated),
    says('{period period} closed (?<mark>without a mark|as kept|as slipping|as broken) at {before amount}, and that stands; today it is {today amount}', restated),
  ],
  misses: [says('{missing count} (?<way>more|fewer|less)( in time)? would have kept it', misses)],
  waiting: [
    says('{waiting count}( [\\p{L} ]+?)? of {period period} still waits?(?<cannot>, but cannot change the mark)?', (said, raw) => {
      const row = of(raw, said['period'] ?? '');
      return row?.waiting === readCount(said['waiting'] ?? '') && (said['cannot'] === '' || row.mark.mark !== 'none');
    }),
  ],
  bounds: [
    says('Some records lack .+: filled in, the number could be {low amount} to {high amount}, and the mark another', (said, raw) =>
      isAbout(raw.latest?.low, readAmount(said['low'] ?? '', raw)) && isAbout(raw.latest?.high, readAmount(said['high'] ?? '', raw))),
  ],
  lately: [
    says('Kept in (?<some>none|all|\\d+) of the last {periods count} (?:months|quarters)', lately),
    says('{judged count} of the last {periods count} (?:months|quarters) can be judged; (?<some>none|all of them|{kept count}) kept it', lately),
  ],
  streak: [says('(?<run>Kept|Slipping|Broken|Not kept)(?: for)? {periods count} (?:months|quarters) in a row, since {since period}', streak)],
  outcomes: [
    says(`{some count} of {period period}’s {all count} [\\p{L} ]+? ${verbs}`, outcome),
    says(`(?<which>All|None) of {period period}’s {all count} [\\p{L} ]+? ${verbs}`, outcome),
    says(`{period period}’s {all count} [\\p{L} ]+? ${verbs}`, outcome),
    says(`{some count} of the {all count} [\\p{L} ]+? at the end of {period period} ${verbs}`, outcome),
    says(`(?<which>All|None) of the {all count} [\\p{L} ]+? at the end of {period period} ${verbs}`, outcome),
    says(`The {all count} [\\p{L} ]+? at the end of {period period} ${verbs}`, outcome),
    says(`Both of {period period}’s [\\p{L} ]+? ${verbs}`, (said, raw) => outcome({ ...said, all: '2' }, raw)),
  ],
  closing: [
    says('{period period} is still open here: this number reads data of {day day}', (said, raw) => of(raw, said['period'] ?? '') === raw.latest && dayOf(said['day'] ?? '', raw.today) === raw.today),
    says('{period period} stays open until {closes day}: what is recorded by then can still change it', (said, raw) => {
      const closes = dayOf(said['closes'] ?? '', '2027-12-31');
      const row = of(raw, said['period'] ?? '');
      return row !== undefined && row.to < closes.replace(/^\d{4}/u, closes.slice(5) < row.to.slice(5) ? String(Number(row.to.slice(0, 4)) + 1) : row.to.slice(0, 4));
    }),
  ],
  maturing: [
    says('{period period} has not had its full time yet', (said, raw) => of(raw, said['period'] ?? '')?.status === 'maturing'),
    says('From {first period} to {last period}, no (?:month|quarter) has had its full time yet', (said, raw) => isRipening(raw, said['first'] ?? '', said['last'] ?? '')),
    says('{first period} and {last period} have not had their full time yet', (said, raw) => isRipening(raw, said['first'] ?? '', said['last'] ?? '')),
  ],
  'other wording': [
    says('Counted by another wording before {since since}', (said, raw) => {
      const since = dayOf(said['since'] ?? '', '2099-12-31');
      return raw.metric.wordings.some(({ from }) => from === since) && raw.series.some(({ from }) => from < since) && wordingThen(raw, since).from === since;
    }),
  ],
  review: [says('The teams were to review this by {by day}', (said, { metric, today }) => metric.reviewBy === dayOf(said['by'] ?? '', today) && metric.reviewBy < today)],
  undated: [
    says('{records count} [\\p{L} ]+? (?:has|have) no date and so stands? in no (?:month|quarter|period)', (said, { values }) =>
      values.some(({ grain, records }) => grain === 'undated' && records === readCount(said['records'] ?? ''))),
  ],
}; // prettier-ignore

const isRipening = (raw: Raw, first: string, last: string): boolean => {
  const ripening = raw.series.filter(({ status }) => status === 'maturing');
  return ripening[0] === of(raw, first) && ripening.at(-1) === of(raw, last);
};

/** A target that the newest period has, as it works on whole records. */
export const targetOf = (raw: Raw): number | null => (raw.latest ? levelOf(raw, raw.latest) : null);
