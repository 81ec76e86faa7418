import { expect, test } from 'vitest';
import { dataHealthOf } from '../../../src/publish/data-health.ts';
import { asOf, edition, file, metric, value } from './small-edition.ts';

const small = edition([metric('followed-up')], [value('followed-up')]);
const row = (of: string, column: string, reason: string) => ({ file: of, line: 2, column, value: 'x', reason });
const noDay = 'is no day of the calendar';

test('where all is well nothing is to be mended', () => {
  const account = { files: [file('Lead.csv')], rejected: [], links: [], health: [], pulls: [] };
  expect(dataHealthOf({ ...small, account })).toMatchObject({
    title: 'All is well: nothing is to be mended',
    toMend: [],
  });
});

test('faults of a kind stand together, with the places that have most first, and files that missed a pull last', () => {
  const rejected = [row('Lead.csv', 'Retry', noDay), row('Task.csv', 'Day', noDay), row('Task.csv', 'Day', noDay)];
  const files = [file('Lead.csv', { rejected: 1 }), file('Task.csv', { rejected: 2, asOf: asOf - 3 * 86_400 })];
  const links = [
    { kind: 'lead', field: 'owner', filled: 9, notFound: 0 },
    { kind: 'lead', field: 'campaign', filled: 9, notFound: 4 },
  ];
  const { title, toMend } = dataHealthOf({ ...small, account: { files, rejected, links, health: [], pulls: [] } });
  expect(title).toBe('Mend first: 4 links lead nowhere');
  expect(toMend.map(({ count, says, where }) => [count, says, where])).toEqual([
    [3, `rows turned away: a value ${noDay}`, ['Task.csv Day (2)', 'Lead.csv Retry (1)']],
    [4, 'links lead nowhere', ['campaign of lead (4)']],
    [1, 'file is older than the newest one', ['Task.csv']],
  ]);
});

test('a number that lacks a field is to be mended too', () => {
  const account = { files: [file('Lead.csv')], rejected: [], links: [], health: [], pulls: [] };
  const lacking = edition([metric('followed-up', { missing: ['assigned'] })], []);
  const { toMend } = dataHealthOf({ ...lacking, account });
  expect(toMend.map(({ sort, where }) => [sort, where])).toEqual([['missing', ['Title of followed-up']]]);
});

test('what touches most numbers is the first to be mended, then what has most records, with whose move it is', () => {
  const lacks = { sort: 'lacks', kind: 'lead', fields: ['source'], count: 9, of: 9 } as const;
  const twice = { sort: 'same name', kind: 'account', fields: ['name'], count: 7, of: 9 } as const;
  const account = { files: [file('Lead.csv')], rejected: [], links: [], health: [twice, lacks], pulls: [] };
  const { title, lead } = dataHealthOf({ ...small, account });
  expect(title).toBe('Mend first: 9 lead without an entry for source');
  expect(lead).toMatch(/^For the records’ owners: Fill in the field/);
  const lacking = edition([metric('followed-up', { missing: ['assigned'] })], []);
  const first = dataHealthOf({ ...lacking, account });
  expect(first.title).toBe('Mend first: 1 number can’t be counted: a field is missing');
  expect(first.lead).toMatch(/^For operations: Map the field/);
});

test('rows turned away come first where they are more than what else is to be mended', () => {
  const rejected = [row('Lead.csv', 'Day', noDay)];
  const account = { files: [file('Lead.csv', { rejected: 1 })], rejected, links: [], health: [], pulls: [] };
  const { title, lead } = dataHealthOf({ ...small, account });
  expect(title).toBe('1 of 10 rows was turned away');
  expect(lead).toMatch(/^For operations: Correct the value/);
});
