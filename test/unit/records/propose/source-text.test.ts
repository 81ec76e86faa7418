import { expect, test } from 'vitest';
import { propose } from '../../../../src/records/propose/propose.ts';
import { sourceText } from '../../../../src/records/propose/source-text.ts';
import { readSources } from '../../../../src/records/read-sources.ts';

const sample = {
  name: 'Lead.csv',
  form: 'text' as const,
  encoding: 'utf-8',
  separator: ',',
  sheet: null,
  headerLine: 1,
  header: ['Id', 'IsDeleted', 'LastName', 'Email', 'LeadSource', 'Status', 'CreatedDate', 'SystemModstamp', 'Tier__c'],
  rows: [
    [
      '00QHw0000000001MAA',
      'false',
      'Reuter',
      'i@x.example',
      'Web',
      'New',
      '03/04/2026 10:00',
      '2026-04-03T08:00:00Z',
      'A',
    ],
    [
      '00QHw0000000002MAA',
      'false',
      'Weiss',
      'a@x.example',
      'Fair',
      'New',
      '05/04/2026 11:30',
      '2026-04-05T08:00:00Z',
      'B',
    ],
  ],
};

function textWith(answers: Readonly<Record<string, string>>): string {
  return sourceText(propose(sample, new Map(Object.entries(answers))));
}

function faultsOf(text: string): readonly string[] {
  return readSources([{ path: 'lead.yml', text }]).problems.map(({ says }) => says);
}

test('what nobody answered stands as comments with its choices, and the file lacks the key', () => {
  const text = textWith({});
  expect(faultsOf(text)).toEqual(['nobody has answered yet: instants, time zone']);
  expect(text).toContain('\nopen questions: [ instants, time zone ]\n');
  const open = text.split('\n').filter((line) => /(?:instants|time zone):/.test(line));
  expect(open.length).toBeGreaterThanOrEqual(3);
  expect(open.every((line) => line.startsWith('#'))).toBe(true);
  expect(text).toContain('# instants: D/M/YYYY H:mm # ');
  expect(text).toContain('# instants: M/D/YYYY H:mm # ');
});

test('an answer becomes a key, and its comments are gone', () => {
  const text = textWith({ instants: 'D/M/YYYY H:mm', 'time zone': 'Europe/Berlin' });
  expect(faultsOf(text)).toEqual([]);
  expect(text).toContain('\ninstants: D/M/YYYY H:mm\n');
  expect(text).toContain('\ntime zone: Europe/Berlin\n');
  expect(text).not.toContain('M/D/YYYY');
});

test('no name, e-mail or free text is a field; a column of the company is offered as a comment', () => {
  const text = textWith({});
  expect(text).toContain('person: Email # only a keyed hash of it is kept');
  expect(text).toMatch(/# - names of people: LastName/);
  expect(text).toMatch(/^ {6}# .*Tier__c/m);
  expect(text).not.toContain('Reuter');
});

test('an answer that a question does not take is told with what was expected, and nothing is written by it', () => {
  const { wrongAnswers, keys } = propose(sample, new Map([['instants', 'YYYY']]));
  expect(wrongAnswers).toEqual([{ name: 'instants', answer: 'YYYY', expected: 'one of D/M/YYYY H:mm, M/D/YYYY H:mm' }]);
  expect(keys.map(({ key }) => key)).not.toContain('instants');
});
