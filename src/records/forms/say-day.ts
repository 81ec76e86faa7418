const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** `YYYY-MM-DD` as people say it, for a problem: 4 March 2026. */
export function sayDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${Number(date)} ${monthNames[Number(month) - 1]} ${year}`;
}
