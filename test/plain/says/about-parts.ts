/** Members of breakdowns, what moved a balance, and how long single records took. */
import { forms, isAbout, readAmount, readCount, rowAmong, rowOf } from './read-english.ts';
import { says, type IsTrue, type Patterns, type Said } from './pattern.ts';
import { markNow, wayThen, type Raw } from './raw.ts';
import type { PublishedValue } from '../../../src/values/value.ts';

const lead =
  '(?:(?:So far in|In|At the end of|At the start of|By the end of|On) {period period}|(?<now>Today)|As of {day day})';
const bare = (member: string) => member.replace(/^‘(.*)’$/u, '$1');

/** Rows of members that a name in a sentence may mean, in the period that it speaks of: a band has what it is a band of before it. */
function membersOf(name: string, said: Said, raw: Raw): PublishedValue[] {
  const period = said['now'] ? 'today' : (said['period'] ?? '');
  const whole = rowAmong(
    raw.values.filter(({ dimension }) => dimension === ''),
    period,
    raw,
  );
  return raw.values.filter(
    ({ dimension, member, grain, from }) =>
      dimension !== '' &&
      grain === whole?.grain &&
      from === whole.from &&
      [member, `${dimension} ${member}`].some((one) => one === bare(name) || one === name),
  );
}

const others = (row: PublishedValue, { values }: Raw) =>
  values.filter(
    ({ dimension, grain, from, member }) =>
      dimension === row.dimension &&
      grain === row.grain &&
      from === row.from &&
      member !== row.member &&
      member !== 'Not recorded',
  );

const end = (text: string | undefined) =>
  /lowest|shortest/u.test(text ?? '') ? -1 : /highest|longest/u.test(text ?? '') ? 1 : 0;

/** Whether a member's number is what is said, and none with enough records lies beyond it. */
function isEnd(name: string, value: string, side: string | undefined, [part, of]: readonly [string, string], said: Said, raw: Raw): boolean {
  return membersOf(name, said, raw).some((row) => {
    const enough = (one: PublishedValue) => raw.metric.unit.unit !== 'share' || one.denominator === null || (one.denominator ?? 0) >= 10;
    const beyond = others(row, raw).filter((one) => enough(one) && one.value !== null && one.records >= 10 && end(side) * (one.value - (row.value ?? 0)) > 1e-12);
    const counts = !part || (row.numerator === readCount(part) && row.denominator === readCount(of));
    return isAbout(row.value, readAmount(value, raw)) && counts && beyond.length === 0;
  });
} // prettier-ignore

const memberEnd = (n: string) =>
  `(?<name${n}>[^;]+?)${n === '1' ? ' (?:was|is)' : ''}(?: (?<end${n}>lowest|highest|shortest|longest))? at {value${n} amount}(?: \\({part${n} count} of {of${n} count}\\))?`;

const ends: IsTrue = (said, raw) =>
  isEnd(said['name1'] ?? '', said['value1'] ?? '', said['end1'], [said['part1'] ?? '', said['of1'] ?? ''], said, raw) &&
  (!said['name2'] || secondIsEnd(said, raw));

/** A second band may leave out what it is a band of. */
const secondIsEnd = (said: Said, raw: Raw) =>
  isEnd(said['name2'] ?? '', said['value2'] ?? '', said['end2'], [said['part2'] ?? '', said['of2'] ?? ''], said, raw);

/** How many members kept what was agreed, among those of one breakdown. */
const kept: IsTrue = (said, raw) => {
  const counts = Object.values(Object.groupBy(raw.values.filter(({ dimension }) => dimension !== ''), ({ dimension, grain, from }) => `${dimension} ${grain} ${from}`));
  const period = rowAmong(raw.values.filter(({ dimension }) => dimension === ''), said['period'] ?? '', raw);
  const judged = said['judged'] ? readCount(said['judged']) : 2;
  const some = /none|neither/u.test(said['some'] ?? '') ? 0 : /all|both/u.test(said['some'] ?? '') ? judged : readCount(said['some'] ?? '');
  const isSo = (rows: readonly PublishedValue[] = []) => {
    const known = rows.filter(({ member, mark, from }) => member !== 'Not recorded' && member !== 'In no band' && mark.mark !== 'none' && from === period?.from);
    return known.length === judged && known.filter((row) => markNow(raw, row) === 'kept').length === some && isAbout(known[0]?.target, readAmount(said['level'] ?? '', raw));
  };
  return counts.some(isSo) && (!said['name1'] || ends(said, raw)) && (/stay/u.test(said['did'] ?? '') ? 'at most' : 'at least') === wayThen(raw, period?.to ?? '');
}; // prettier-ignore

/** `237 of 296 million euros`: the first may be as many millions. */
function isPart(part: number | null, text: string, whole: string, raw: Raw): boolean {
  const size = / million/u.test(whole) ? 1e6 : / billion/u.test(whole) ? 1e9 : 1;
  return isAbout(part, readAmount(text, raw)) || isAbout(part, readAmount(text, raw, size));
}

const wholeOf = (row: PublishedValue, { values }: Raw) =>
  values.find(({ dimension, grain, from }) => dimension === '' && grain === row.grain && from === row.from)?.value ??
  null;

const leader: IsTrue = (said, raw) =>
  membersOf(said['name'] ?? '', said, raw).some((row) => {
    const most = others(row, raw).every(({ value }) => (value ?? 0) <= (row.value ?? 0));
    return (
      isPart(row.value, said['part'] ?? '', said['whole'] ?? '', raw) &&
      isAbout(wholeOf(row, raw), readAmount(said['whole'] ?? '', raw)) &&
      most
    );
  });

const leaders: IsTrue = (said, raw) =>
  membersOf(said['name'] ?? '', said, raw).some((one) =>
    membersOf(said['other'] ?? '', said, raw).some((two) => {
      const together = (one.value ?? 0) + (two.value ?? 0);
      const most = others(one, raw).every(
        (row) => row.member === two.member || (row.value ?? 0) <= Math.min(one.value ?? 0, two.value ?? 0),
      );
      return (
        one.dimension === two.dimension &&
        isPart(together, said['part'] ?? '', said['whole'] ?? '', raw) &&
        isAbout(wholeOf(one, raw), readAmount(said['whole'] ?? '', raw)) &&
        most
      );
    }),
  );

const isAgainst = ({ metric }: Raw) => metric.better === 'lower' || metric.wordings[0].target?.way === 'at most';
/** How many records of a share did not come out well. */
export const illOf = (raw: Raw, row: PublishedValue) =>
  isAgainst(raw) ? (row.numerator ?? 0) : (row.denominator ?? 0) - (row.numerator ?? 0);

const mostMissed: IsTrue = (said, raw) =>
  membersOf(said['name'] ?? '', said, raw).some((row) => {
    const whole = raw.values.find(
      ({ dimension, grain, from }) => dimension === '' && grain === row.grain && from === row.from,
    );
    const right =
      whole !== undefined &&
      illOf(raw, row) === readCount(said['ill'] ?? '') &&
      illOf(raw, whole) === readCount(said['all'] ?? '');
    const records =
      !said['part'] ||
      (row.denominator === readCount(said['part']) && whole?.denominator === readCount(said['whole'] ?? ''));
    return (
      right &&
      records &&
      others(row, raw).every((one) => illOf(raw, one) <= illOf(raw, row)) &&
      (said['noun'] === 'cases') === isAgainst(raw)
    );
  });

/** A change of the whole, and how much of it one member makes up, or went beyond it alone. */
const moved: IsTrue = (said, raw) => {
  const [now, then] = [rowOf(said['period'] ?? '', raw), rowOf(said['before'] ?? '', raw)];
  if (!now || !then || now.value === null || then.value === null) return false;
  const change = now.value - then.value;
  const isSo = (member: PublishedValue) => {
    const before = raw.values.find((row) => row.dimension === member.dimension && row.member === member.member && row.from === then.from && row.grain === then.grain);
    const own = (member.value ?? 0) - (before?.value ?? 0);
    if (said['alone']) return Math.sign(own) === (said['ownWay'] === 'more' ? 1 : -1) && isPart(Math.abs(own), said['alone'], said['whole'] ?? '', raw);
    return Math.sign(own) === Math.sign(change) && isPart(Math.abs(own), said['part'] ?? '', said['whole'] ?? '', raw);
  };
  return change > 0 === (said['way'] === 'more') && isAbout(Math.abs(change), readAmount(said['whole'] ?? '', raw)) && membersOf(said['name'] ?? '', said, raw).some(isSo);
}; // prettier-ignore

const mean = (rows: readonly { readonly value: number | null }[]) =>
  rows.reduce((sum, { value }) => sum + (value ?? 0), 0) / rows.length;

/** The mean of a stretch against that of the periods before it; how many, where it is said. */
const movedSince: IsTrue = (said, raw) => {
  const from = rowOf(said['since'] ?? '', raw)?.from ?? '';
  const rows = raw.restated.length > 0 ? raw.restated : raw.values;
  const ofWhole = rows.filter(({ dimension, grain, status }) => dimension === '' && grain === raw.latest?.grain && status === 'complete');
  const [after, earlier] = [ofWhole.filter((row) => row.from >= from), ofWhole.filter((row) => row.from < from)];
  const lengths = said['periods'] ? [readCount(said['periods'])] : earlier.map((_, index) => index + 1);
  const near = (value: number, text: string) => {
    const { is, half } = readAmount(text, raw);
    return Math.abs(Math.abs(value) - is) <= Math.max(half, 0.05, is * 0.006);
  };
  return lengths.some((length) => {
    const change = mean(after) - mean(earlier.slice(-length));
    return change > 0 === (said['way'] === 'more') && near(change, said['whole'] ?? '');
  }) && raw.values.some(({ member, dimension }) => [member, `${dimension} ${member}`].includes(bare(said['name'] ?? '')));
}; // prettier-ignore

const bridgePeriod = (said: Said, raw: Raw) => rowAmong(raw.bridge?.periods ?? [], said['period'] ?? '', raw);

/** `483,000 opened and 20,000 raised`: each movement moved it so much. */
function movedBy(text: string, sign: number, size: string, raw: Raw, period: ReturnType<typeof bridgePeriod>): boolean {
  const parts = text === '' ? [] : text.split(/, | and /u);
  return parts.every((part) => {
    const [, amount = '', word = ''] =
      /^(?:mainly )?(?<amount>[\d,.]+(?: million| billion)?) (?<word>.+)$/u.exec(part) ?? [];
    const at = raw.bridge?.movements.findIndex((one) => one.toLowerCase() === word) ?? -1;
    const was = word === 'not explained' ? period?.notExplained : period?.moved[at];
    return was != null && Math.sign(was) === sign && isPart(Math.abs(was), amount, size, raw);
  });
}

const bridge: IsTrue = (said, raw) => {
  const period = bridgePeriod(said, raw);
  if (!period || period.opening === null || period.closing === null) return false;
  const change = period.closing - period.opening;
  const level = said['level'] ? change === 0 && isAbout(period.closing, readAmount(said['level'], raw)) : change > 0 === (said['went'] === 'grew') && isAbout(Math.abs(change), readAmount(said['change'] ?? '', raw));
  const size = said['change'] || said['level'] || '';
  const [up = '', down = ''] = (said['parts'] ?? '').startsWith('mainly less ') || (said['parts'] ?? '').startsWith('less ') ? ['', (said['parts'] ?? '').replace(/^(?:mainly )?less /u, '')] : (said['parts'] ?? '').split(', less ');
  const single = down === '' && movedBy(up, -1, size, raw, period);
  return level && (single || (movedBy(up, 1, size, raw, period) && movedBy(down, -1, size, raw, period)));
}; // prettier-ignore

const lengths: IsTrue = (said, raw) => {
  const { distribution } = raw;
  if (!distribution || rowOf(said['period'] ?? '', raw)?.period !== distribution.period) return false;
  const all = distribution.bins.reduce((sum, { records }) => sum + records, 0) + distribution.beyond + distribution.open;
  const whole = readCount(said['all'] ?? '');
  const underEdge = (edge: number) => distribution.bins.reduce((sum, bin) => sum + (bin.to <= edge + 1e-9 ? bin.records : 0), 0);
  const edge = readAmount(said['edge'] ?? '', raw);
  const edges = distribution.bins.map(({ to }) => to).filter((to) => isAbout(to, edge));
  const under = said['under'] === 'all' ? whole : readCount(said['under'] ?? '');
  const unit = / (?:business )?(?:hours?|days?|minutes?)$/u.exec(said['edge'] ?? '')?.[0] ?? '';
  const far = readAmount(said['far'] ? (/[a-z]/u.test(said['far']) ? said['far'] : said['far'] + unit) : '0', raw);
  const long = !said['over'] || distribution.bins.some(({ to }) => isAbout(to, far) && all - distribution.open - underEdge(to) === readCount(said['over'] ?? ''));
  return all === whole && edges.some((to) => underEdge(to) === under) && long && (said['open'] ? readCount(said['open']) : 0) === distribution.open;
}; // prettier-ignore

const part = '(?<part>[\\d.,]+(?: (?:million|billion))?(?: [\\p{L} ]+?)?)';

export const aboutParts: Patterns = {
  amounts: [says(`That is ${part} of {whole amount}`, (said, raw) => {
    const asMoney = { ...raw, metric: { ...raw.metric, unit: { unit: 'money', currency: raw.agreement.company.currency } } } as const;
    return isPart(raw.latest?.numerator ?? null, said['part'] ?? '', said['whole'] ?? '', asMoney) && isAbout(raw.latest?.denominator, readAmount(said['whole'] ?? '', asMoney));
  })],
  parts: [
    says(`${lead}, (?:of (?:the [\\p{L} ]+?|those) with enough records, )?${memberEnd('1')}(?:, ${memberEnd('2')})?`, ends),
    says(`${lead}, (?<name>.+?) (?:made|makes|is credited with|was credited with)(?: up)? ${part} of (?<whole>${forms.amount})(?: [\\p{L} ]+?)?, the most of any [\\p{L} ]+`, leader),
    says(`${lead}, two of the {members count} [\\p{L} ]+, (?<name>.+?) and (?<other>.+?), (?:made|make|are credited with|were credited with)(?: up)? ${part} of (?<whole>${forms.amount})(?: [\\p{L} ]+?)?`, leaders),
    says(`${lead}, (?<some>[a-z\\d]+)(?: of the)?(?: {judged count})? [\\p{L} ]+?(?: that can be judged)? (?<did>kept|keeps?|stay(?:ed|s)? within) the (?:agreed|target of) {level amount}(?:; ${memberEnd('1')})?`, kept),
  ],
  'most missed': [
    says(`${lead}, (?<name>.+?) (?:made|makes) up {ill count} of the {all count} (?<noun>misses|cases)(?:, with {part count} of the {whole count} [\\p{L} ]+)?`, mostMissed),
  ],
  'moved by': [
    says(`{period period} (?:had|came to) (?<whole>${forms.amount}) (?<way>more|fewer|less)(?: [\\p{L} ]+)? than {before period}; (?<name>.+?) (?:makes up (?<part>[\\d.,]+(?: .+?)?) of (?:it|them)|alone had (?<alone>[\\d.,]+(?: .+?)?) (?<ownWay>more|fewer|less))`, moved),
    says(`Since {since period} (?:there were|it came to) (?<whole>${forms.amount}) (?<way>more|fewer|less)(?: [\\p{L} ]+)? a (?:month|quarter) than (?:in the {periods count} (?:months|quarters) )?before; (?<name>.+?) (?:makes up .+ of (?:it|them)|alone had .+ (?:more|fewer|less))`, movedSince),
    says('Without (?<name>.+?), {period period} would be at {without amount}, not {value amount}; {before period} was at {earlier amount}', (said, raw) => {
      const [now, then] = [rowOf(said['period'] ?? '', raw), rowOf(said['before'] ?? '', raw)];
      const isSo = (row: PublishedValue) => {
        const rest = ((now?.numerator ?? 0) - (row.numerator ?? 0)) / ((now?.denominator ?? 0) - (row.denominator ?? 0));
        return isAbout(rest, readAmount(said['without'] ?? '', raw));
      };
      return isAbout(now?.value, readAmount(said['value'] ?? '', raw)) && isAbout(then?.value, readAmount(said['earlier'] ?? '', raw)) && membersOf(said['name'] ?? '', said, raw).some(isSo);
    }),
  ],
  bridge: [
    says('In {period period} the [\\p{L} ]+? (?:(?<went>grew|shrank) by {change amount}|ended as it began, at {level amount})(?:: (?:mainly )?(?<parts>.+))?', bridge),
    says('What moved the [\\p{L} ]+ in {period period} is not known', (said, raw) => bridgePeriod(said, raw)?.moved.includes(null) ?? true),
  ],
  lengths: [
    says('For {under any} of {period period}’s {all count} [\\p{L} ]+? it took less than {edge amount}(?:, for {over count} at least {far amount})?(?:; {open count} (?:is|are) not over yet)?', lengths),
  ],
}; // prettier-ignore
