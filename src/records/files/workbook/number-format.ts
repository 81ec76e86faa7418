/** What a number stands for by its cell's format. */
export type Shown = 'number' | 'day' | 'instant' | 'time' | 'length of time';

/** Formats that every workbook knows without saying them: dates, times and lengths of time, in Western and East Asian editions. */
const builtIn = new Map<number, Shown>([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map((id) => [id, 'day'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35, 55, 56].map((id) => [id, 'time'] as const),
  [22, 'instant'],
  [45, 'length of time'],
  [46, 'length of time'],
  [47, 'length of time'],
]);

/** Tells by a format's number, and its code where the workbook says one, what its cells show: `dd/mm/yyyy hh:mm` an instant. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return builtIn.get(id) ?? 'number';
  // Only the part for positive numbers counts, without quoted texts, escaped letters, fillers, colours and conditions.
  const [positive = ''] = code.replaceAll(/"[^"]*"|\\.|_.|\*./g, '').split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(positive)) return 'length of time';
  const letters = positive.replaceAll(/\[[^\]]*\]|general|am\/pm|a\/p/gi, '').toLowerCase();
  const hasTime = /[hs]/.test(letters);
  const hasDay = /[dy]/.test(letters) || (!hasTime && letters.includes('m'));
  if (hasDay) return hasTime ? 'instant' : 'day';
  return hasTime ? 'time' : 'number';
}
