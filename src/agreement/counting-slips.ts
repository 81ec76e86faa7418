/** What people say of how many and of when, where the grammar says it in another way. */
import type { Asking } from './reading.ts';
import type { Slip } from './slips.ts';

const inDigits: Readonly<Record<string, number>> = {
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, once: 1, twice: 2,
}; // prettier-ignore

const word = Object.keys(inDigits).join('|');

/** `has at least two touches`, `within two days`, `score is at least two`: numbers are digits. `has two touches` leaves open whether three are too many. */
export function numberInWords(asking: Asking): Slip | null {
  const { sentence, tokens } = asking;
  const found = new RegExp(
    `\\b(?:at least |at most |exactly )?(once|twice)$|\\b(at least|at most|exactly|more than|less than|within|has|between)\\s+(${word})(?=\\s|$)`,
    'i',
  ).exec(sentence);
  const [all, times, before = '', counted] = found ?? [];
  const written = times ?? counted;
  if (!found || all === undefined || written === undefined) return null;
  const number = inDigits[written.toLowerCase()] ?? 1;
  const at = found.index + (times === undefined ? all.length - written.length : 0);
  const from = tokens.findIndex(({ start }) => start >= at);
  return {
    from,
    fix: times !== undefined ? timesSaid(number) : digitsSaid(before.toLowerCase(), number),
  };
}

/** `has more than 1 touch`: of whole numbers that is at least one more. */
export function moreThanHas({ sentence }: Asking): Slip | null {
  const [, way = '', said = ''] = new RegExp(`^has (more|less|fewer) than (\\d+|${word})\\b`, 'i').exec(sentence) ?? [];
  if (way === '') return null;
  const number = inDigits[said.toLowerCase()] ?? Number(said);
  const ours = way.toLowerCase() === 'more' ? `at least ${number + 1}` : `at most ${Math.max(0, number - 1)}`;
  return { from: 1, fix: `did you mean "has ${ours}"?` };
}

const timesSaid = (number: number): string =>
  `say how many, before what is counted: "has at least ${number} ..." or "has exactly ${number} ..."`;

function digitsSaid(before: string, number: number): string {
  if (before === 'has')
    return `write the number as a digit: "has at least ${number} ..." or "has exactly ${number} ..."`;
  return `write the number as a digit: ${before === '' ? '' : `${before} `}${number}`;
}

const since = /(?:is )?(?:on or after|after|since)/.source;
const until = /(?:on or before|before|until)/.source;

/** `has a touch on or after created and on or before converted`: both ends stand in one `between`. */
export function bothSides({ sentence, tokens }: Asking): Slip | null {
  const found = new RegExp(`^(.+?) ${since} (.+?) and (?:is )?${until} `, 'i').exec(sentence);
  const [, what = '', moment = ''] = found ?? [];
  if (!found || what === '') return null;
  const from = tokens.findIndex(
    ({ start, word: said }) => said === 'and' && start >= `${what} `.length + moment.length,
  );
  const related = /^has (?:an?|no) (.+)$/i.exec(what)?.[1];
  const several = /^has (?:at least|at most|exactly) \S+ (.+)$/i.exec(what)?.[1];
  if (related !== undefined)
    return { from, fix: `for one ${related} between two moments say "between ${moment} and ..."` };
  if (several !== undefined) return { from, fix: `for ${several} between two moments say "between ${moment} and ..."` };
  return { from, fix: `for a moment between two others say "${what} is between ${moment} and ..."` };
}
