import { expect, test } from 'vitest';
import { propose } from '../../../../src/records/propose/propose.ts';
import type { Proposal } from '../../../../src/records/propose/proposal.ts';
import { sourceText } from '../../../../src/records/propose/source-text.ts';
import { readSources } from '../../../../src/records/read-sources.ts';

/** A table of campaigns as Salesforce exports them. */
function proposed(rows: readonly string[], answers: Readonly<Record<string, string>> = {}): Proposal {
  const sample = {
    name: 'Campaign.csv',
    form: 'text' as const,
    encoding: 'utf-8',
    separator: ',',
    sheet: null,
    headerLine: 1,
    header: ['Id', 'Name', 'StartDate', 'EndDate', 'ActualCost'],
    rows: rows.map((row, at) => [`701Hw000000000${at}MAA`, ...row.split(' ')]),
  };
  return propose(sample, new Map(Object.entries(answers)));
}

const keysOf = ({ keys }: Proposal): object => Object.fromEntries(keys.map(({ key, value }) => [key, value]));
const saysOf = ({ gives }: Proposal): object =>
  Object.fromEntries((gives[0]?.fields ?? []).map(({ field, says }) => [field, says]));
const faultsOf = (proposal: Proposal): readonly string[] =>
  readSources([{ path: 'campaign.yml', text: sourceText(proposal) }]).problems.map(({ says }) => says);

test('where one column alone leaves it open, the others of its file tell how dates are written', () => {
  const proposal = proposed(['A 03/05/2026 25/05/2026 10', 'B 04/05/2026 26/05/2026 20']);
  expect(keysOf(proposal)).toMatchObject({ dates: 'D/M/YYYY' });
  expect(saysOf(proposal)).toMatchObject({ start: 'StartDate', end: 'EndDate' });
  expect(proposal.questions).toEqual([]);
});

test('columns that are written in two ways have a form each: the first is that of the file', () => {
  const proposal = proposed(['A 25/04/2026 05/30/2026 10', 'B 26/04/2026 05/04/2026 20']);
  expect(keysOf(proposal)).toMatchObject({ dates: 'D/M/YYYY' });
  expect(saysOf(proposal)).toMatchObject({ start: 'StartDate', end: { from: 'EndDate', dates: 'M/D/YYYY' } });
  expect(proposal.questions).toEqual([]);
  expect(faultsOf(proposal)).toEqual([]);
  expect(sourceText(proposal)).toContain('end: { from: EndDate, dates: M/D/YYYY } # "05/30/2026" is 30 May 2026');
});

test('where columns differ, one that is open by itself is asked about by its name', () => {
  // 3 and 4 May or 5 March and 5 April; the other column is written by points.
  const rows = ['A 03/05/2026 30.05.2026 10', 'B 04/05/2026 31.05.2026 20'];
  const open = proposed(rows);
  expect(open.questions.map(({ name }) => name)).toEqual(['dates of StartDate']);
  const lines = sourceText(open).split('\n');
  expect(lines).toContainEqual(expect.stringMatching(/^ {6}# start: \{ from: StartDate, dates: D\/M\/YYYY \} # /));
  expect(faultsOf(open)).toEqual(['nobody has answered yet: dates of StartDate']);
  const answered = proposed(rows, { 'dates of StartDate': 'M/D/YYYY' });
  expect(saysOf(answered)).toMatchObject({ start: { from: 'StartDate', dates: 'M/D/YYYY' }, end: 'EndDate' });
  expect(keysOf(answered)).toMatchObject({ dates: 'D.M.YYYY' });
});

test('a row or two of many that end early are broken ones, and so is a line of one value; more are how the file is written', () => {
  const whole = Array.from({ length: 300 }, (_, at) => `N${at} 2026-04-25 2026-05-30 10`);
  expect(keysOf(proposed([...whole, 'A 2026-04-25', ...whole.slice(0, 1)]))).not.toHaveProperty('short rows');
  const some = Array.from({ length: 10 }, (_, at) => `S${at} 2026-04-25`);
  expect(keysOf(proposed([...whole, ...some, ...whole.slice(0, 1)]))).toMatchObject({ 'short rows': 'yes' });
});
