import { expect, test } from 'vitest';
import { sayProblem } from '../../../src/agreement/say-problem.ts';
import { catalogueOf } from '../../../src/records/catalogue.ts';
import { readSources } from '../../../src/records/read-sources.ts';

/** The problems of one file, each as its line. */
function problemsOf(text: string, ...others: string[]): string[] {
  const files = [text, ...others].map((each, index) => ({
    path: `sources/${index === 0 ? 'leads' : index}.yml`,
    text: each,
  }));
  return readSources(files).problems.map(sayProblem);
}

const rest = 'reads: Lead.csv\nkey: Id\ngives:\n  - record: lead\n    columns:\n';

/** What is written, and the one line that answers it. */
const faulty: readonly (readonly [string, string, string])[] = [
  [
    'a key that nobody knows',
    `${rest}      status: S\nseperator: ";"\n`,
    'sources/leads.yml:7:1  I don\'t know "seperator"; did you mean "separator"?',
  ],
  [
    'a key of a field that nobody knows',
    `${rest}      status: { from: S, othrwise: x }\n`,
    'sources/leads.yml:6:26  I don\'t know "othrwise"; did you mean "otherwise"?',
  ],
  [
    'a record that nobody knows',
    rest.replace('record: lead', 'record: leed') + '      status: S\n',
    'sources/leads.yml:4:13  I don\'t know the record "leed"; did you mean "lead"?',
  ],
  [
    'a field that nobody knows',
    `${rest}      statos: S\n`,
    'sources/leads.yml:6:7  I don\'t know lead\'s field "statos"; did you mean "status"? A field of your own says its type: statos: { from: ..., is: text }',
  ],
  [
    'a type that nobody knows',
    `${rest}      student: { from: S, is: yesno }\n`,
    'sources/leads.yml:6:31  I don\'t know the type "yesno"; did you mean "yes-no"?',
  ],
  [
    'a canonical field of another type',
    `${rest}      status: { from: S, is: number }\n`,
    'sources/leads.yml:6:30  "status" is a field of every lead and keeps its type; leave out "is"',
  ],
  [
    'a name that the store needs',
    `${rest}      person: { from: S, is: text }\n`,
    'sources/leads.yml:6:7  "person" is a name that the store keeps for itself; give the field another name',
  ],
  [
    'a field without a column',
    `${rest}      status: { when: { A: b } }\n`,
    'sources/leads.yml:6:7  "status" needs one of "from" (a column), "always" (a value), "first" and "last" (what others tell)',
  ],
  [
    'a form of dates that is none',
    `dates: DD/YY\n${rest}      status: S\n`,
    'sources/leads.yml:1:8  "DD/YY" is no form of dates; write it like D/M/YYYY, YYYYMMDD or M/D/YYYY H:mm',
  ],
  [
    'a form of numbers that is none',
    `numbers: 1,234\n${rest}      status: S\n`,
    'sources/leads.yml:1:10  "1,234" is no form of numbers; write it like 1.234,56 or 1,234.56 or $1,234.56',
  ],
  [
    'a time zone that is none',
    `time zone: Berlin\n${rest}      status: S\n`,
    'sources/leads.yml:1:12  "Berlin" is no form of time zone; write it like Europe/Berlin or UTC',
  ],
  [
    'a share that is none',
    `reject at most: 0.01\n${rest}      status: S\n`,
    'sources/leads.yml:1:17  "0.01" is no share; write it like 1%',
  ],
  [
    'a link into the CRM without the key',
    `link: https://crm.example/leads\n${rest}      status: S\n`,
    'sources/leads.yml:1:7  "https://crm.example/leads" has no {key} in it; write it like https://crm.example/deals/{key}',
  ],
  [
    'a link into the CRM that others can read on its way',
    `link: http://crm.example/{key}\n${rest}      status: S\n`,
    'sources/leads.yml:1:7  "http://crm.example/{key}" is no https address; write it like https://crm.example/deals/{key}',
  ],
  [
    'a link into the CRM that is a script',
    `link: javascript:open('{key}')\n${rest}      status: S\n`,
    `sources/leads.yml:1:7  "javascript:open('{key}')" is no https address; write it like https://crm.example/deals/{key}`,
  ],
  [
    'a link to rows without a key',
    'link: https://crm.example/{key}\nreads: l.csv\ngives: [{ record: lead, columns: { status: S } }]\n',
    'sources/leads.yml:1:7  "link" needs a "key"; add the column that holds the id of the CRM',
  ],
  [
    'a link by a key that is hidden',
    `link: https://crm.example/{key}\nkey is hidden: yes\n${rest}      status: S\n`,
    'sources/leads.yml:1:7  the key is hidden, so that no address can hold it; leave "link" out',
  ],
  [
    'nothing to read',
    'gives: [{ record: lead, columns: { status: S } }]\n',
    'sources/leads.yml:1:1  "reads" is missing',
  ],
  [
    'a record with a name that the store needs',
    'reads: t.csv\nkey: Id\ndeclares: { kind: value, plural: values, happens: opened, means: a thing }\ngives: [{ record: value, columns: { opened: { from: O, is: instant } } }]\n',
    'sources/leads.yml:4:19  no record can be called "value": the store needs that name for itself; take another name',
  ],
  [
    'a text that is no YAML',
    'reads: "Lead.csv\n',
    'sources/leads.yml:1:8  this quotation mark is never closed; close it where the text ends',
  ],
  [
    'a moment of a lead that is none',
    'derives: handovers\nstatuses: { qualified: [Q] }\nwithout history: { qualified: creatd }\n',
    'sources/leads.yml:3:31  "creatd" is no moment of a lead; did you mean "created"?',
  ],
];

test.each(faulty)('%s', (_, text, line) => {
  expect(problemsOf(text)).toEqual([line]);
});

test('a link by name needs a field that some source fills', () => {
  const deals = 'reads: d.csv\ngives: [{ record: opportunity, columns: { account: { from: A, by: nam } } }]\n';
  const accounts = 'reads: a.csv\ngives: [{ record: account, columns: { name: N } }]\n';
  expect(problemsOf(deals, accounts)).toEqual([
    'sources/leads.yml:2:43  no source gives account\'s "nam"; did you mean "name"?',
  ]);
});

test('two sources must agree on what a field is', () => {
  const one = `${rest}      fit: { from: F, is: number }\n`;
  expect(problemsOf(one, `${rest}      fit: { from: F, is: text }\n`)).toEqual([
    'sources/1.yml:6:7  lead\'s "fit" is of another type here than in leads.yml; give both the same "is"',
  ]);
});

test('the catalogue tells which fields are filled, and how', () => {
  const { sources, problems } = readSources([
    {
      path: 'a.yml',
      text: `${rest}      created: { from: C, is: day }\n      student: { from: S, is: yes-no, means: still learns }\n      worth: { from: W, is: money }\n`,
    },
    {
      path: 'b.yml',
      text: 'reads: t.csv\ndeclares: { kind: ticket, plural: tickets, happens: opened, means: a question }\ngives: [{ record: ticket, columns: { opened: { from: O, is: instant }, lead: { from: L, is: link to lead } } }]\n',
    },
  ]);
  expect(problems).toEqual([]);
  const { kinds } = catalogueOf(sources);
  const lead = kinds.find(({ name }) => name === 'lead')!;
  const field = (name: string): object => lead.fields.find((each) => each.name === name)!;
  expect(field('created')).toMatchObject({ mapped: true, type: { is: 'moment', precision: 'day', may: 'be a fact' } });
  expect(field('status')).toMatchObject({ mapped: false });
  expect(field('student')).toMatchObject({
    mapped: true,
    column: 'student',
    means: 'still learns',
    type: { is: 'yes-no' },
  });
  expect(field('currency')).toMatchObject({ mapped: true });
  expect(lead.related).toContainEqual({ kind: 'ticket', on: [{ ours: 'key', theirs: 'lead' }] });
  expect(kinds.at(-1)).toMatchObject({ name: 'ticket', plural: 'tickets', table: 'ticket', happens: 'opened' });
});
