import { expect, test } from 'vitest';
import { mostRows, rejectedByReason } from '../../../src/publish/rejected.ts';
import { file } from './small-edition.ts';

const row = (line: number, reason: string) => ({ file: 'Lead.csv', line, column: 'CreatedDate', value: 'x', reason });

test('rejected rows stand by reason, the most frequent first', () => {
  const rejected = [row(1, 'No id.'), row(2, 'No such day.'), row(3, 'No such day.')];
  const { groups, notShown } = rejectedByReason({
    files: [file('Lead.csv', { rejected: 3 })],
    rejected,
    links: [],
    health: [],
    pulls: [],
  });
  expect(groups.map((group) => [group.reason, group.count])).toEqual([['No such day.', 2], ['No id.', 1]]); // prettier-ignore
  expect(notShown).toBe(0);
});

test('past the cap rows are counted, not listed', () => {
  const rejected = Array.from({ length: mostRows + 5 }, (_, line) => row(line, 'No id.'));
  const account = { files: [file('Lead.csv', { rejected: mostRows + 9 })], rejected, links: [], health: [], pulls: [] };
  expect(rejectedByReason(account).groups[0]?.rows).toHaveLength(mostRows);
  expect(rejectedByReason(account).notShown).toBe(9);
});
