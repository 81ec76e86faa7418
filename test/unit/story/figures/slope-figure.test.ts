import { expect, test } from 'vitest';
import { slopeFigure } from '../../../../src/story/figures/slope-figure.ts';
import { subjectOf } from '../../../../src/story/subject.ts';
import type { Metric } from '../../../../src/values/agreement.ts';
import type { PublishedValue } from '../../../../src/values/value.ts';
import { agreement, delivered, feedback, followedUp, reading, row } from '../made-up.ts';

type Given = Parameters<typeof row>[2];

/** October of a year before and of this year, for the whole and for members. */
function drawn(metric: Metric, members: Readonly<Record<string, readonly [Given, Given]>>, whole: readonly [Given, Given]) {
  const pair = ([before, now]: readonly [Given, Given], name = ''): PublishedValue[] =>
    [row(metric, '2025-10', before), row(metric, '2026-10', now)]
      .map((value) => ({ ...value, dimension: name ? 'source' : '', member: name }))
      .filter(({ records }) => records > 0);
  const values = [...pair(whole), ...Object.entries(members).flatMap(([name, of]) => pair(of, name))];
  return slopeFigure(subjectOf({ metric, agreement, values, reading: reading(metric) }), values, 'source');
} // prettier-ignore

test('members with enough records on both sides stand beside where they stood a year before', () => {
  const figure = drawn(
    feedback,
    { Website: [[16, 20], [19, 20]], Event: [[18, 20], [13, 20]], Webinar: [[3, 4], [12, 20]] },
    [[37, 44], [44, 60]],
  ); // prettier-ignore
  expect(figure?.sides).toEqual(['October\u00a02025', 'October\u00a02026']);
  expect(figure?.lines.map(({ name, fromLabel, toLabel, mark, loud }) => [name, fromLabel, toLabel, mark, loud])).toEqual([
    ['Event', '90%', '65%', 'broken', true],
    ['Website', '80%', '95%', 'kept', false],
  ]); // prettier-ignore
  expect(figure?.lines[0]?.says.replaceAll('\u00a0', ' ')).toBe('Event: 90% in October 2025, 65% in October 2026');
  expect(figure?.level).toEqual({ value: 0.85, label: 'agreed: 85%' });
  expect(figure?.table?.rows).toEqual([
    ['Event', '90%', '65%'],
    ['Website', '80%', '95%'],
  ]);
});

test('where none is off the one whose numbers lie farthest apart is what it is about', () => {
  const [wording] = delivered.wordings;
  const counted: Metric = { ...delivered, wordings: [{ ...wording, from: null, target: null, broken: null }] };
  const figure = drawn(counted, { A: [10, 12], B: [20, 9], C: [5, 5] }, [35, 26]);
  expect(figure?.lines.filter(({ loud }) => loud).map(({ name }) => name)).toEqual(['B']);
  expect(figure).toMatchObject({ level: null, scale: { from: 0 } });
});

test('a member of what adds up had nothing where it has no records', () => {
  const figure = drawn(feedback, { A: [[12, 20], [12, 20]], B: [[0, 0], [12, 20]] }, [[12, 20], [24, 40]]); // prettier-ignore
  expect(figure).toBeNull();
  const values = [row(delivered, '2025-10', 20), row(delivered, '2026-10', 31)];
  const member = (name: string, value: PublishedValue) => ({ ...value, dimension: 'source', member: name });
  const all = [
    ...values,
    member('A', row(delivered, '2025-10', 20)),
    member('A', row(delivered, '2026-10', 21)),
    member('B', row(delivered, '2026-10', 10)),
  ];
  const subject = subjectOf({ metric: delivered, agreement, values: all, reading: reading(delivered) });
  expect(slopeFigure(subject, all, 'source')?.lines.map(({ name, from, to }) => [name, from, to])).toEqual([
    ['A', 20, 21],
    ['B', 0, 10],
  ]);
});

test('teams stand by name, and none is picked out', () => {
  const path = { from: 'handover', links: ['owner'], field: 'team', type: { is: 'text' }, figure: false } as const;
  const team = { dimension: 'source', cut: { cut: 'value', path }, credit: null, clauseOf: null } as const;
  const figure = drawn({ ...feedback, breakdowns: [team] }, { B: [[16, 20], [10, 20]], A: [[16, 20], [19, 20]] }, [[32, 40], [29, 40]]); // prettier-ignore
  expect(figure?.lines.map(({ name, loud }) => [name, loud])).toEqual([
    ['A', false],
    ['B', false],
  ]);
});

test('a year that was counted by another wording does not compare', () => {
  const members = { A: [[16, 20], [10, 20]], B: [[16, 20], [19, 20]] } as const; // prettier-ignore
  expect(drawn(followedUp, members, [[32, 40], [29, 40]])).toBeNull(); // prettier-ignore
});

test('where all together are too few nothing is drawn', () => {
  const members = { A: [[4, 4], [3, 4]], B: [[4, 4], [2, 4]] } as const; // prettier-ignore
  const counted: Metric = { ...feedback, adds: { periods: true, members: true } };
  expect(drawn(counted, members, [[8, 8], [20, 24]])).toBeNull(); // prettier-ignore
  expect(drawn(counted, members, [[10, 10], [20, 24]])?.lines).toHaveLength(2); // prettier-ignore
});

test('what is not recorded stands last', () => {
  const figure = drawn(feedback, { 'Not recorded': [[16, 20], [10, 20]], Website: [[16, 20], [19, 20]] }, [[32, 40], [29, 40]]); // prettier-ignore
  expect(figure?.table.rows.map(([name]) => name)).toEqual(['Website', 'Not recorded']);
  expect(figure?.title.replaceAll('\u00a0', ' ')).toBe(
    'Feedback given on leads by source, October 2025 and October 2026.',
  );
});
