/** English: how old data is. It knows no other file: pages carry it along, so that they say their age on the day on which they are read. */

/** `13 days`; past two months months, past two years years. */
export function stretchWords(days: number): string {
  if (days < 61) return `${days} days`;
  const months = Math.floor(days / 30.44);
  return months < 24 ? `${months} months` : `${Math.floor(days / 365.25)} years`;
}

/** Of a clock's hour, 0 to 23. */
export function partOfDay(hour: number): string {
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}

/** `Data from this morning, 9 November 2026`, `Data is 13 days old, from 9 November 2026`. `from`: the day as it is written out. */
export function dataAgeWords(days: number, part: string, from: string): string {
  if (days > 1) return `Data is ${stretchWords(days)} old, from ${from}`;
  return `Data from ${days === 1 ? 'yesterday' : 'this'} ${part}, ${from}`;
}

/** `8 hours`, `3 days`: seconds, rounded to what people would say. */
export function spanWords(seconds: number): string {
  const [name, length] = seconds < 7200 ? ['minute', 60] : seconds < 172_800 ? ['hour', 3600] : ['day', 86_400];
  const count = Math.round(seconds / Number(length));
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** `the pull of Tuesday failed`, `today’s pull came only in part`. `pull`: the pull, named by its day. */
export const pullWords = {
  failed: (pull: string): string => `${pull} failed`,
  partial: (pull: string): string => `${pull} came only in part`,
  late: (since: number, agreed: number): string =>
    `no pull came through for ${spanWords(since)}, and one is agreed every ${spanWords(agreed)}`,
};
