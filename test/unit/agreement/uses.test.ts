import { expect, test } from 'vitest';
import type { Names } from '../../../src/agreement/names.ts';
import { readWhole } from '../../../src/agreement/read-sentence.ts';
import { value } from '../../../src/agreement/slots/values.ts';
import { usesOfFigure, usesOfTerm, usesOfValue } from '../../../src/agreement/uses.ts';
import { parseAgreement } from '../../../src/agreement/parse-agreement.ts';
import { usesOfAgreement } from '../../../src/agreement/uses-of-agreement.ts';
import { catalogue as bare, companyWith, names as plain } from './fixtures.ts';

const catalogue = {
  kinds: bare.kinds.map((kind) =>
    kind.name === 'opportunity'
      ? { ...kind, history: { kind: 'stage change', field: 'stage', from: 'from', to: 'to', holds: {} } }
      : kind,
  ),
};
const names: Names = {
  ...plain,
  catalogue,
  figures: [{ name: 'response time', kind: 'handover', type: () => ({ is: 'number' }), is: () => null }],
};
const at = { file: '', line: 1, column: 1 };

function valueOf(of: string, text: string) {
  const kind = catalogue.kinds.find((known) => known.name === of);
  const read = kind && readWhole({ text, of: kind, names, at }, value.read).value;
  if (!read) throw new Error(text);
  return read;
}

function uses(of: string, text: string) {
  const { terms, figures, fields, kinds } = usesOfValue(catalogue, of, valueOf(of, text));
  return { terms: [...terms], figures: [...figures], fields: [...fields].sort(), kinds: [...kinds].sort() };
}

test('a field uses every link on its way', () => {
  expect(uses('handover', "its lead's owner's team")).toEqual({
    terms: [],
    figures: [],
    fields: ["handover's lead", "lead's owner", "user's team"],
    kinds: ['handover', 'lead', 'user'],
  });
});

test('a figure is used by its kind and name', () => {
  expect(uses('handover', 'response time times 2')).toEqual({
    terms: [],
    figures: ["handover's response time"],
    fields: [],
    kinds: ['handover'],
  });
});

test('a pick uses what it picks among, by what it picks, and what it takes', () => {
  expect(uses('lead', "days from created to its first touch's completed")).toEqual({
    terms: ['touch'],
    figures: [],
    fields: ["activity's completed", "activity's lead", "lead's created"],
    kinds: ['activity', 'lead'],
  });
  expect(uses('opportunity', 'the amount of its last stage change where to is Proposal by entry').fields).toEqual([
    "stage change's amount",
    "stage change's entry",
    "stage change's opportunity",
    "stage change's to",
  ]);
});

test('an edge uses the moment beside it, and what lies between two uses both', () => {
  expect(uses('opportunity', 'the start of the month of closed').fields).toEqual(["opportunity's closed"]);
  expect(uses('lead', 'the number of touches between created and the end of the week of converted').fields).toEqual([
    "activity's completed",
    "activity's lead",
    "lead's converted",
    "lead's created",
  ]);
  expect(uses('lead', "days from created to the period's end").fields).toEqual(["lead's created"]);
});

test('what stands at a time uses the rows that tell what was held then', () => {
  const holding = {
    kinds: catalogue.kinds.map((kind) =>
      kind.history ? { ...kind, history: { ...kind.history, holds: { amount: 'amount' } } } : kind,
    ),
  };
  const read = (when: string) => {
    const text = `title: Worth\nasks: How much?\nanswered by: sales\nsum of: opportunity's amount\n${when}\n`;
    const { agreement } = parseAgreement(companyWith({ 'metrics/worth.yml': text }), holding);
    const metrics = agreement?.metrics.filter(({ slug }) => slug === 'worth') ?? [];
    return agreement ? usesOfAgreement({ ...agreement, metrics, terms: [], figures: [] }, holding).fields : new Set();
  };
  expect(read('as of: period start').has("stage change's amount")).toBe(true);
  expect(read('by: created').has("stage change's amount")).toBe(false);
  expect(read('by: created').has("opportunity's amount")).toBe(true);
});

test('what only a switched-off metric reads is read, and so is what puts rows in a sequence', () => {
  const inSequence = {
    kinds: catalogue.kinds.map((kind) => (kind.name === 'stage change' ? { ...kind, sequence: 'sequence' } : kind)),
  };
  const read = (counted: string) => {
    const text = `title: Old\nasks: How many?\nanswered by: sales\ncounted: ${counted}\ncount of: opportunity\nby: closed\n`;
    const { agreement } = parseAgreement(companyWith({ 'metrics/old.yml': text }), catalogue);
    if (!agreement) return [];
    const only = ({ slug }: { readonly slug: string }) => slug === 'old';
    const metrics = agreement.metrics.filter(only);
    const switchedOff = agreement.switchedOff.filter(only);
    const { fields } = usesOfAgreement({ ...agreement, metrics, switchedOff, terms: [], figures: [] }, inSequence);
    return ["opportunity's closed", "opportunity's amount", "stage change's sequence"].filter((one) => fields.has(one));
  };
  expect(read('no')).toEqual(["opportunity's closed", "stage change's sequence"]);
  expect(read('yes')).toEqual(read('no'));
});

test('what was entered uses the rows of the history', () => {
  expect(uses('opportunity', 'entered Proposal, or else created')).toEqual({
    terms: [],
    figures: [],
    fields: [
      "opportunity's created",
      "stage change's at",
      "stage change's from",
      "stage change's opportunity",
      "stage change's to",
    ],
    kinds: ['opportunity', 'stage change'],
  });
});

test('what is gathered uses the field and the records', () => {
  expect(uses('opportunity', 'the total amount of pipeline entries')).toMatchObject({
    terms: ['pipeline entry'],
    fields: ["stage change's amount", "stage change's opportunity"],
  });
});

test('figures and terms use whose they are and what they narrow', () => {
  const shared = { name: '', slug: '', kind: 'handover', inWords: '', at };
  const is = valueOf('handover', 'response time times 2');
  const figure = { ...shared, term: 'returning lead', is, type: { is: 'number' as const } };
  expect([...usesOfFigure(catalogue, figure).terms]).toEqual(['returning lead']);
  const term = {
    ...shared,
    plural: '',
    alsoCalled: [],
    isA: 'returning lead',
    where: [],
    exceptWhen: [],
    saidButNotCounted: [],
    needs: [{ from: 'handover', links: ['lead'], field: 'region', type: { is: 'text' as const }, figure: false }],
  };
  const { terms, fields } = usesOfTerm(catalogue, term);
  expect([...terms]).toEqual(['returning lead']);
  expect([...fields].sort()).toEqual(["handover's lead", "lead's region"]);
});
