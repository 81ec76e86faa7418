import { expect, test } from 'vitest';
import { multiplesFigure, rankedFigure } from '../../../../src/story/figures/breakdown-figures.ts';
import { mainFigure } from '../../../../src/story/figures/main-figure.ts';
import { outcomesFigure } from '../../../../src/story/figures/outcomes-figure.ts';
import { subjectOf } from '../../../../src/story/subject.ts';
import { sparkFigure } from '../../../../src/story/trends/spark-figure.ts';
import type { Agreement, Metric } from '../../../../src/values/agreement.ts';
import type { Note } from '../../../../src/values/note.ts';
import type { FigureTable } from '../../../../src/values/figure.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { agreement, followedUp, monthly, place, reading } from '../made-up.ts';

const about = (metric: Metric, values: readonly PublishedValue[], more: Partial<Agreement> = {}) =>
  subjectOf({ metric, agreement: { ...agreement, ...more }, values, reading: reading(metric) });
const member = (name: string, values: readonly PublishedValue[]): PublishedValue[] =>
  values.map((value) => ({ ...value, dimension: 'source', member: name }));
const plain = (table: FigureTable | undefined) =>
  table && [table.head, ...table.rows].map((cells) => cells.map((cell) => cell.replaceAll('\u00a0', ' ')));

/** December 2025, by the wording before, to November 2026 as it runs. */
const series = monthly(followedUp, [[18, 20], ...Array.from({ length: 9 }, (): [number, number] => [17, 20]), [20, 24]], [5, 6, 4]); // prettier-ignore

test('a number over time has a row for each period: what was agreed, its mark, whether it can still change', () => {
  const table = plain(mainFigure(about(followedUp, series), 'Title.').table);
  expect(table?.[0]).toEqual(['Period', 'Number', 'Agreed', 'Mark', 'State']);
  expect(table?.[1]).toEqual(['December 2025', '90%', '80%', 'Kept', 'earlier wording']);
  expect(table?.at(-2)).toEqual(['October 2026', '83%', '90%', 'Slipping', '']);
  expect(table?.at(-1)).toEqual(['November 2026', '83%', '90%', '', 'so far']);
  expect(sparkFigure(about(followedUp, series))?.table?.rows).toHaveLength(11);
});

test('a column that says nothing is left out', () => {
  const untold: Metric = { ...followedUp, wordings: [{ ...followedUp.wordings[0], from: null, target: null, broken: null }] };
  const table = mainFigure(about(untold, monthly(untold, [[17, 20], [20, 24]])), 'Title.').table; // prettier-ignore
  expect(table?.head).toEqual(['Period', 'Number']);
}); // prettier-ignore

test('what became of records has their counts', () => {
  const table = plain(outcomesFigure(about(followedUp, series))?.table);
  expect(table?.[0]).toEqual(['Period', 'In time', 'Not in time', 'Waiting', 'State']);
  expect(table?.at(-1)).toEqual(['November 2026', '5', '1', '4', 'so far']);
});

test('members have their number and what it is made of, in the order of the bars', () => {
  const values = [
    ...monthly(followedUp, [[32, 41]]),
    ...member('Event', monthly(followedUp, [[1, 1]])),
    ...member('Website', monthly(followedUp, [[16, 20]])),
    ...member('Webinar', monthly(followedUp, [[15, 20]])),
  ];
  expect(rankedFigure(about(followedUp, values), values, 'source')?.table).toEqual({
    head: ['Source', 'Number', 'Counted', 'Mark', 'State'],
    rows: [
      ['Website', '80%', '16 of 20', 'Slipping', ''],
      ['Webinar', '75%', '15 of 20', 'Broken', ''],
      ['Event', '100%', '1 of 1', '', 'Too few to judge'],
    ],
  });
});

test('members over time stand side by side, a row for each period', () => {
  const twice: [number, number][] = [[18, 20], [17, 20]]; // prettier-ignore
  const values = [
    ...monthly(followedUp, twice),
    ...member('Website', monthly(followedUp, twice)),
    ...member('Webinar', monthly(followedUp, [[20, 20], [19, 20]])),
  ]; // prettier-ignore
  expect(plain(multiplesFigure(about(followedUp, values), values, 'source')?.table)).toEqual([
    ['Period', 'Website', 'Webinar'],
    ['September 2026', '90%', '100%'],
    ['October 2026', '85%', '95%'],
  ]);
});

const note = (slug: string, on: string, metrics: readonly string[] = []): Note => ({
  slug, on, title: `About ${slug}`, metrics, decision: null, review: false, text: '', at: place,
}); // prettier-ignore

test('notes of the metric and of all stand on its drawings, oldest first, within the stretch that is drawn', () => {
  const notes = [
    note('late', '2026-09-12'),
    note('early', '2026-01-01', ['followed-up-in-time']),
    note('before', '2025-06-01'),
    note('another', '2026-05-01', ['leads-accepted']),
  ];
  const subject = about(followedUp, series, { notes });
  const marks = mainFigure(subject, 'Title.').notes;
  expect(marks?.map(({ number, on }) => [number, on])).toEqual([
    [1, '2026-01-01'],
    [2, '2026-09-12'],
  ]);
  expect(marks?.[1]?.says.replaceAll('\u00a0', ' ')).toBe('12 September 2026: About late');
  expect(outcomesFigure(subject)?.notes).toEqual(marks);
});
