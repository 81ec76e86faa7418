import { z } from 'zod';
import type { Opening, WorkCalendar } from '../../values/agreement.ts';
import { compareText } from '../compare-text.ts';
import { weekdays } from '../../values/tree.ts';
import { day, keys, texts, text } from '../schema-words.ts';

interface Hours {
  readonly opens: number;
  readonly closes: number;
}

const hours = texts.transform((written, context): Hours[] => {
  const read = written.map(hoursOf);
  const known = read.filter((one) => one !== null);
  if (known.length < read.length) {
    context.addIssue(`I don't know "${written.join(', ')}"; write it like "9:00 to 17:00", on quarter hours`);
    return z.NEVER;
  }
  const inOrder = known.sort((one, other) => one.opens - other.opens);
  const apart = inOrder.every((one, index) => index === 0 || one.opens >= (inOrder[index - 1]?.closes ?? 0));
  if (apart) return inOrder;
  context.addIssue('these hours overlap');
  return z.NEVER;
});

/** calendars.yml: by slug, when people work. */
export const calendarsSchema = z.record(
  text,
  keys({
    open: keys(
      Object.fromEntries(
        weekdays.map((name) => [name, hours.optional().describe(`Opening hours on ${name}: 9:00 to 17:00.`)]),
      ),
    ).describe('The weekdays on which people work, each with its hours.'),
    holidays: z.record(day, text).optional().describe('Days on which nobody works, each with its name.'),
  }),
);

export function calendarsOf(said: z.infer<typeof calendarsSchema>): WorkCalendar[] {
  return Object.entries(said).map(([slug, { open, holidays = {} }]) => ({
    slug,
    openings: weekdays.flatMap((name, index) =>
      (open[name] ?? []).map((stretch): Opening => ({ weekday: index + 1, ...stretch })),
    ),
    holidays: Object.entries(holidays)
      .map(([date, name]) => ({ day: date, name }))
      .toSorted((one, other) => compareText(one.day, other.day)),
  }));
}

function hoursOf(written: string): Hours | null {
  const found = /^(\d{1,2}):(00|15|30|45) to (\d{1,2}):(00|15|30|45)$/.exec(written);
  if (!found) return null;
  const [opensHour = 0, opensMinute = 0, closesHour = 0, closesMinute = 0] = found.slice(1).map(Number);
  const [opens, closes] = [opensHour * 60 + opensMinute, closesHour * 60 + closesMinute];
  return opens < closes && closes <= 24 * 60 ? { opens, closes } : null;
}
