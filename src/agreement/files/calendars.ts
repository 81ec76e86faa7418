import { z } from 'zod';
import type { Opening, WorkCalendar } from '../../values/agreement.ts';
import { day, keys, texts, text } from '../schema-words.ts';
import { weekday } from './company.ts';

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
  keys({ open: z.partialRecord(z.string(), hours), holidays: z.record(z.string(), text).optional() }).transform(
    (said, context) => {
      const openings: Opening[] = [];
      for (const [name, stretches] of Object.entries(said.open)) {
        const known = weekday.safeParse(name);
        if (known.success) openings.push(...(stretches ?? []).map((stretch) => ({ weekday: known.data, ...stretch })));
        else context.addIssue({ code: 'custom', path: ['open', name], message: known.error.issues[0]?.message ?? '' });
      }
      for (const date of Object.keys(said.holidays ?? {})) {
        const [issue] = day.safeParse(date).error?.issues ?? [];
        if (issue) context.addIssue({ code: 'custom', path: ['holidays', date], message: issue.message });
      }
      return { openings, holidays: Object.entries(said.holidays ?? {}).map(([date, name]) => ({ day: date, name })) };
    },
  ),
);

export function calendarsOf(said: z.infer<typeof calendarsSchema>): WorkCalendar[] {
  return Object.entries(said).map(([slug, calendar]) => ({
    slug,
    openings: calendar.openings.toSorted((one, other) => one.weekday - other.weekday || one.opens - other.opens),
    holidays: calendar.holidays.toSorted((one, other) => (one.day < other.day ? -1 : 1)),
  }));
}

function hoursOf(written: string): Hours | null {
  const found = /^(\d{1,2}):(00|15|30|45) to (\d{1,2}):(00|15|30|45)$/.exec(written);
  if (!found) return null;
  const [opensHour = 0, opensMinute = 0, closesHour = 0, closesMinute = 0] = found.slice(1).map(Number);
  const [opens, closes] = [opensHour * 60 + opensMinute, closesHour * 60 + closesMinute];
  return opens < closes && closes <= 24 * 60 ? { opens, closes } : null;
}
