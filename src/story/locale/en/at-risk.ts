/** English: which records are at risk, in the agreement's own sentences. */
import { briefest } from '../../count-words.ts';
import { capital, digits, listed, plainNumber, sentence, singular, type Noun } from './forms.ts';

interface Said {
  readonly says: string;
  readonly count: number;
}

const marked = '{count} ';

/** What is said of so many records: `deals are stuck`, `deal is stuck`. */
export function phraseOf(atRisk: string, count: number, nouns: readonly Noun[]): string {
  const said = atRisk.startsWith(marked) ? atRisk.slice(marked.length) : atRisk;
  return count === 1 ? singular(said, nouns) : said;
}

/** `are past their close date` after `deals are stuck`, `have no owner` after `open deals are stuck`: the same noun, with all before it, is said once. */
export function sameNoun(first: string, says: string, nouns: readonly Noun[]): string {
  const words = first.split(' ');
  const at = words.findIndex((word) => nouns.some(({ one, many }) => word === one || word === many));
  const noun = `${words.slice(0, at + 1).join(' ')} `;
  return at >= 0 && says.startsWith(noun) ? says.slice(noun.length) : says;
}

const part = ({ says, count }: Said) => `${count === 0 ? 'no' : plainNumber(count)} ${says}`;

/** A number stays on the line of what it counts. */
const tied = (text: string) => text.replace(/(\d) (?=\p{L})/gu, '$1\u00a0');

/** `16 deals are stuck, 7 are past their close date and 27 have been silent for 30 days.` */
export const atRiskWords = (all: readonly Said[]): string => tied(sentence(listed(all.map(part))));

/** The first of them, as far as there is room. */
export const atRiskBrief = (all: readonly Said[]): string =>
  briefest([listed(all.map(part)), ...all.slice(0, 1).map(part)]);

/** Above what is at risk. */
export const atRiskHeading = 'At risk today';
export const asOfDay = (day: string) => `As of ${day}`;

/** The heads of where they are. */
export const partsHeads = { count: 'At risk', of: 'Of' } as const;

/** Above a list of records. */
export const listSummary = (count: number) => `The ${plainNumber(count)} to look at`;
export const keyHead = 'In the CRM';
const heads: Readonly<Record<string, string>> = { closed: 'Close date', created: 'Opened' };
export const caseHead = (field: string) => heads[field] ?? capital(field);
/** An amount in its record's own currency, to the unit: `€56,300`. */
export const caseMoney = (amount: number, currency: string) => digits(Math.round(amount), currency);
export const listCapped = (total: number, shown: number) =>
  sentence(`these are the first ${plainNumber(shown)} of ${plainNumber(total)}, the largest first`);
/** The last line of a file that holds not all. */
export const notListed = (more: number) => `and ${plainNumber(more)} more, which are not listed`;

/** In the masthead of an edition that is not for all. */
export const managersOnly = 'For managers only.';
