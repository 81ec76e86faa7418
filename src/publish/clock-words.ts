import { listed } from '../story/locale/en/forms.ts';
import type { Agreement, Metric, Opening, WorkCalendar } from '../values/agreement.ts';
import { weekdays } from '../values/tree.ts';

/** Which hours the clock of a metric runs in, in one sentence; '' where its calendar is not among the calendars. */
export function clockWords(
  { calendar }: Pick<Metric, 'calendar'>,
  { calendars }: Pick<Agreement, 'calendars'>,
): string {
  const found = calendars.find(({ slug }) => slug === calendar);
  return found
    ? `Business time runs by the calendar ‘${found.slug}’: ${openingsInWords(found)}${holidaysInWords(found)}.`
    : '';
}

/** `Monday to Friday, 09:00 to 17:00`; days of other hours one after another. */
function openingsInWords({ openings }: WorkCalendar): string {
  const hoursOf = Map.groupBy(openings, ({ weekday }) => weekday);
  const days = [...hoursOf].map(([weekday, of]) => ({ weekday, hours: listed(of.map(hoursInWords)) }));
  const groups = Map.groupBy(
    days.toSorted((one, other) => one.weekday - other.weekday),
    ({ hours }) => hours,
  );
  return [...groups].map(([hours, of]) => `${daysInWords(of.map(({ weekday }) => weekday))}, ${hours}`).join('; ');
}

function daysInWords(days: readonly number[]): string {
  const name = (day: number | undefined) => weekdays[(day ?? 1) - 1] ?? '';
  const [first, last] = [days[0], days.at(-1)];
  const inARow = days.length > 2 && days.every((day, index) => day === (first ?? 0) + index);
  return inARow ? `${name(first)} to ${name(last)}` : listed(days.map(name));
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const hoursInWords = ({ opens, closes }: Opening) => `${clock(opens)} to ${clock(closes)}`;

function holidaysInWords({ holidays }: WorkCalendar): string {
  if (holidays.length === 0) return '';
  return holidays.length === 1 ? ', but not on its holiday' : `, but not on its ${holidays.length} holidays`;
}
