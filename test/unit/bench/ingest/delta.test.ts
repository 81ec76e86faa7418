import { expect, test } from 'vitest';
import { isChanged, rowAfterADay, textOf } from '../../../../scripts/bench/ingest/delta.ts';

const leadHeader = [
  'Id',
  'Status',
  'IsConverted',
  'ConvertedDate',
  'CreatedDate',
  'LastModifiedDate',
  'SystemModstamp',
  'Score__c',
];
const lead = ['00QHw0000000001MAA', 'Converted', 'true', '2023-09-29', '2023-09-25T20:45:31.000Z', 'x', 'x', '92.0'];
const noon = '2026-11-09T12:00:00.000Z';

test('a day changes one row in a hundred', () => {
  const changed = Array.from({ length: 1000 }, (_, number) => number).filter(isChanged);
  expect(changed).toEqual([50, 150, 250, 350, 450, 550, 650, 750, 850, 950]);
});

test('nine of ten are newer versions: the same id, another value, a later stamp', () => {
  expect(rowAfterADay('Lead', leadHeader, lead, 150)).toEqual([
    '00QHw0000000001MAA', 'Converted', 'true', '2023-09-29', '2023-09-25T20:45:31.000Z', noon, noon, '93.0',
  ]); // prettier-ignore
});

test('one of ten is a new record, made that day', () => {
  expect(rowAfterADay('Lead', leadHeader, lead, 1050)).toEqual([
    '00QHx0000000001MAA', 'New', 'false', '', noon, noon, noon, '92.0',
  ]); // prettier-ignore
});

test('history is never changed: all of its rows are new', () => {
  const header = ['Id', 'LeadId', 'CreatedDate', 'NewValue'];
  const row = ['017Hw0000000002IAA', '00QHw0000000002MAA', '2024-02-28T13:33:33.000Z', 'Working'];
  for (const number of [50, 150])
    expect(rowAfterADay('LeadHistory', header, row, number)).toEqual(['017Hx0000000002IAA', row[1], noon, 'Working']);
});

test('an amount that nobody wrote stays unwritten', () => {
  const header = ['Id', 'Amount'];
  expect(rowAfterADay('Opportunity', header, ['006Hw', '8000.0'], 150)).toEqual(['006Hw', '9000.0']);
  expect(rowAfterADay('Opportunity', header, ['006Hw', ''], 150)).toEqual(['006Hw', '']);
});

test('a row is written as the sample writes it', () => {
  expect(textOf(['a', 'say "b"', '', 'two\nlines'])).toBe('"a","say ""b""","","two\nlines"');
});
