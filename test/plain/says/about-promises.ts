/** Are we keeping our promises, what is off, whose move is it. */
import { dayOf, liesApart, readCount, rowOf } from './read-english.ts';
import { literal, says, saysOf, type Patterns, type Said } from './pattern.ts';
import { nothingNew } from './about-since.ts';
import { levelOf, type Raw } from './raw.ts';

/** The promises of the headline page. */
export type Promises = readonly Raw[];

const isAgainst = ({ metric }: Raw) => metric.better === 'lower' || metric.wordings[0].target?.way === 'at most';

export const aboutMoves: Patterns = {
  'move waiting': [
    saysOf(({ metric }) => `${literal((metric.words.move ?? '').replace(/leads$/u, '')).replace('{count}', '{count count}')}leads?(?:(?:, the last)? by {by day})?`, (said, { series, today }) =>
      series.reduce((sum, { waiting }) => sum + waiting, 0) === readCount(said['count'] ?? '') && (!said['by'] || said['by'] === '' || dayOf(said['by'], '2027-12-31') >= '' || today !== '')),
  ],
  'move agreed': [
    saysOf(({ metric }) => `As agreed for ‘${literal(metric.title)}’: (?<what>.+)`, (said, { metric, latest }) =>
      latest?.mark.mark === 'broken' && metric.promise?.ifBroken.some((one) => one.endsWith((said['what'] ?? '').replaceAll('’', "'"))) === true),
  ],
  'move look': [
    saysOf(({ metric }) => `Look at {period period}’s {missed count} (?<noun>miss|misses|case|cases) in ‘${literal(metric.title)}’`, (said, raw) => {
      const row = rowOf(said['period'] ?? '', raw);
      const [upper, all] = [row?.numerator ?? 0, row?.denominator ?? 0];
      return readCount(said['missed'] ?? '') === (isAgainst(raw) ? upper : all - upper) && /case/u.test(said['noun'] ?? '') === isAgainst(raw);
    }),
    saysOf(({ metric }) => `Look at ‘${literal(metric.title)}’: {by amount} (?<side>over|short)(?: in)? {period period}`, (said, raw) => {
      const row = rowOf(said['period'] ?? '', raw);
      const level = row && levelOf(raw, row);
      return row?.value != null && level != null && row.value > level === (said['side'] === 'over') && liesApart(raw, row.value, level, said['by'] ?? '');
    }),
  ],
  'move sign': [saysOf(({ metric }) => `Agree to ‘${literal(metric.title)}’, or change it`, (_, { metric }) => metric.signatures.some(({ holds }) => !holds))],
}; // prettier-ignore

const when = '(?: (?:in )?{period period})?';

/** Of all promises together. */
function isTally(said: Said, promises: Promises): boolean {
  const marks = promises.map(({ latest }) => latest?.mark.mark ?? 'none');
  const judged = marks.filter((mark) => mark !== 'none').length;
  const kept = marks.filter((mark) => mark === 'kept').length;
  const all = said['all'] ? readCount(said['all']) : said['whole'] ? readCount(said['whole']) : said['both'] ? 2 : 1;
  const some = said['kept'] === 'none' ? 0 : said['kept'] ? readCount(said['kept']) : said['not'] ? 0 : all;
  const isOfPeriod =
    !said['period'] ||
    promises
      .filter(({ latest }) => latest && latest.mark.mark !== 'none')
      .every((raw) => rowOf(said['period'] ?? '', raw) === raw.latest);
  return kept === some && judged === all && (said['ours'] ? marks.length === all : marks.length >= all) && isOfPeriod;
}

const verdict: readonly { readonly text: string; readonly isTrue: (said: Said, promises: Promises) => boolean }[] = [
  { text: 'We have not promised each other anything yet', isTrue: (_, promises) => promises.length === 0 },
  { text: 'Our promise cannot be judged yet', isTrue: (_, promises) => promises.length === 1 && promises.every(({ latest }) => (latest?.mark.mark ?? 'none') === 'none') },
  { text: 'None of our {all count} promises can be judged yet', isTrue: (said, promises) => promises.length === readCount(said['all'] ?? '') && promises.every(({ latest }) => (latest?.mark.mark ?? 'none') === 'none') },
  { text: `We (?:kept|(?<not>did not keep)) (?:(?<ours>our promise)|the one promise that can be judged)${when}`, isTrue: isTally },
  { text: `We kept (?:(?<both>both)|all {whole count}) (?:of (?<ours>our promises)|promises that can be judged)${when}`, isTrue: isTally },
  { text: `We kept (?<kept>none|[a-z]+|\\d+) of (?:(?<ours>our) {all count} promises|the {whole count} promises that can be judged)${when}`, isTrue: isTally },
]; // prettier-ignore

/** `‘A’ and ‘B’ are broken; ‘C’ is slipping`: just those are. */
function isOff(text: string, promises: Promises): boolean {
  const titled = (mark: string) =>
    promises.filter(({ latest }) => latest?.mark.mark === mark).map(({ metric }) => metric.title.replaceAll("'", '’'));
  const told = Object.fromEntries(
    text
      .split('; ')
      .map((part) => [
        part.endsWith('broken') ? 'broken' : 'slipping',
        [...part.matchAll(/‘(.+?)’(?=,| and| is| are)/gu)].map(([, title = '']) => title),
      ]),
  );
  if (!text.includes('‘')) {
    const count = (mark: string) => readCount(new RegExp(`(\\w+) (?:is|are) ${mark}`, 'iu').exec(text)?.[1] ?? '0');
    return ['broken', 'slipping'].every((mark) => titled(mark).length === count(mark));
  }
  return ['broken', 'slipping'].every((mark) => titled(mark).join() === (told[mark] ?? []).join());
}

/** Patterns of what is said of all promises together. */
export const ofAll = (promises: Promises, all: readonly Raw[] = promises): Patterns => ({
  'nothing since': [nothingNew(all)],
  verdict: verdict.map(({ text, isTrue }) => says(text, (said) => isTrue(said, promises))),
  off: [says('(?<what>.+(?:broken|slipping))', (said) => isOff(said['what'] ?? '', promises))],
});
