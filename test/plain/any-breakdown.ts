/** What a metric is broken down by: fields, bands, a sentence, credit, names that records are sorted under, the clauses of a term. */
import { anySentence } from './any-sentence.ts';
import { anyPath, type Speech } from './any-speech.ts';
import { oneOf } from './chance.ts';
import type { RecordKind } from '../../src/values/catalogue.ts';

/** The key with its entries, or nothing. `creditable`: what a record brings can be split. */
export function anyBreakdown(speech: Speech, kind: RecordKind, creditable: boolean): string {
  const { chance } = speech;
  if (chance.often(4)) return '';
  const path = anyPath(
    speech,
    kind,
    ({ type, name }) => (type.is === 'text' || type.is === 'yes-no') && name !== 'name',
  );
  const number = anyPath(speech, kind, ({ type }) => type.is === 'number');
  const value = path ? `  first: ${path.text}\n` : '';
  const bands =
    number && chance.often(4)
      ? `  second: { value: "${number.text}", bands: [below 2, from 5 to below 60, above 60 up to 1000] }\n`
      : '';
  const test = chance.often(3) ? `  third: '${anySentence(speech, kind, 1).replaceAll("'", "''")}'\n` : '';
  const credit = creditable ? anyCredit(speech, kind) : '';
  const sorts = speech.figures.some((one) => one.name === 'sort' && one.kind === kind.name) && chance.often(5);
  const all = value + bands + test + credit + (sorts ? '  fifth: sort\n' : '') + anyClauses(speech, kind);
  return all === '' ? '' : `break down by:\n${all}`;
}

/** The clauses of one of the terms that there are of the kind. */
function anyClauses({ chance, terms }: Speech, kind: RecordKind): string {
  const term = oneOf(
    chance,
    terms.filter((one) => one.kind === kind.name),
  );
  return term && chance.often(4) ? `  sixth: clauses of ${term.name}\n` : '';
}

/** Credit for the touches of a lead or a deal, by any model and with any beside it. */
function anyCredit({ chance }: Speech, kind: RecordKind): string {
  if (!chance.often(5)) return '';
  const models = [
    'even',
    'first touch',
    'last touch',
    'recorded',
    '{ first: 40%, last: 35%, between: 25% }',
    '{ first: 0%, last: 0%, between: 100% }',
  ] as const;
  const [agreed, ...beside] = [...new Set([chance.one(models), chance.one(models), chance.one(models)])];
  const touches = { lead: 'campaign members', opportunity: 'leads', handover: 'activities' }[kind.name];
  const [value, touch] =
    kind.name === 'handover'
      ? ["its lead's source", 'kind']
      : kind.name === 'lead'
        ? ["its campaign's name", "its campaign's name"]
        : ['source', 'source'];
  if (touches === undefined) return '';
  const isRecorded = [agreed, ...beside].includes('recorded') || chance.often(2);
  const shown = isRecorded ? `value: "${value}", ` : '';
  return `  fourth: { ${shown}credit: ${agreed}, touches: ${touches}${chance.often(5) ? ' before now' : ''}, touch: "${touch}", beside: [${beside.join(', ')}] }\n`;
}
