/** What a review has before it: decisions beside what came, marks beside those before, definitions to be looked at again. */
import { says, type IsTrue, type Patterns, type Said } from './pattern.ts';
import { dayOf, isAbout, readAmount, rowAmong, rowOf } from './read-english.ts';
import type { Raw } from './raw.ts';

/** What one of its decisions was to do, as it is said. */
const expected = (said: Said, raw: Raw) =>
  raw.agreement.notes
    .flatMap(({ decision }) => decision?.expects ?? [])
    .find(
      ({ metric, way, level }) =>
        metric === raw.metric.slug && way === said['way'] && isAbout(level, readAmount(said['level'] ?? '', raw)),
    );

/** A decision may expect something of a quarter, of what is told by months. */
const expectedIn = (said: Said, raw: Raw) =>
  rowAmong(
    raw.values.filter(({ dimension, status }) => dimension === '' && status !== 'ahead'),
    said['period'] ?? '',
    raw,
  );

const came: IsTrue = (said, raw) => {
  const expects = expected(said, raw);
  const row = expectedIn(said, raw);
  const value = row?.fixed?.value ?? row?.value;
  if (!expects || !row || typeof value !== 'number' || row.to >= raw.today) return false;
  const reached = expects.way === 'at least' ? value >= expects.level - 1e-9 : value <= expects.level + 1e-9;
  return isAbout(value, readAmount(said['value'] ?? '', raw)) && reached === (said['not'] === '');
};

/** What lies ahead is called as it will be, so its period is the one that the decision names. */
const open: IsTrue = (said, raw) => {
  const expects = expected(said, raw);
  const row = raw.values.find(({ period, dimension }) => period === expects?.period.name && dimension === '');
  const waits = row !== undefined && (row.status !== 'complete' || row.waiting > 0);
  return expects !== undefined && (expects.period.to >= raw.today || waits);
};

const untold: IsTrue = (said, raw) => {
  const row = expectedIn(said, raw);
  return (
    expected(said, raw) !== undefined &&
    (!row || row.value === null || Math.min(row.denominator ?? row.records, row.records) < 10)
  );
};

const marked = (said: Said, raw: Raw, period: 'period' | 'before', mark: 'mark' | 'was') =>
  rowOf(said[period] ?? '', raw)?.mark.mark === said[mark];

const expectation = '(?<way>at least|at most) {level amount} in {period period}';

export const aboutReview: Patterns = {
  decided: [
    says(`It was to be ${expectation} and came to {value amount}: (?<not>not )?as expected`, came),
    says(`It is to be ${expectation}: too early to tell`, open),
    says(`It was to be ${expectation}: (?:too few records to tell|what it came to is not known)`, untold),
  ],
  turned: [
    says(
      '{period period} is (?<mark>kept|slipping|broken); {before period} was (?<was>kept|slipping|broken)',
      (said, raw) => marked(said, raw, 'period', 'mark') && marked(said, raw, 'before', 'was') && said['mark'] !== said['was'],
    ),
    says('{period period} is (?<mark>kept|slipping|broken): its first mark', (said, raw) => marked(said, raw, 'period', 'mark')),
  ],
  'review soon': [
    says('The teams want to look at this again by {by day}', (said, { metric, today }) => {
      const days = metric.reviewBy === null ? -1 : (Date.parse(metric.reviewBy) - Date.parse(today)) / 86_400_000;
      return metric.reviewBy === dayOf(said['by'] ?? '', metric.reviewBy ?? today) && days >= 0 && days <= 31;
    }),
  ],
}; // prettier-ignore
