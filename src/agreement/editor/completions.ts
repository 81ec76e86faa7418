import { measures } from '../measures.ts';
import { phrases } from '../phrases.ts';
import type { Named } from './guide-words.ts';
import type { Catalogue, RecordKind } from '../../values/catalogue.ts';

/** What an editor offers, by the key under which it may stand; `sentence` is any condition. */
export type Completions = ReadonlyMap<string, readonly string[]>;

/** Every key that has words of the company's own. */
export function completionsOf(named: Named, catalogue: Catalogue): Completions {
  const { kinds } = catalogue;
  const records = [...named.terms.map(({ name }) => name), ...kinds.filter(isMapped).map(({ name }) => name)];
  const teams = [...named.teams.map(({ slug }) => slug), 'partners'];
  const byMeasure = Object.entries(measures).map(([key, { takes, on }]): [string, readonly string[]] => [
    key,
    takes === 'records' ? records : fieldsOfRecords(named, kinds, on),
  ]);
  return new Map<string, readonly string[]>([
    ...byMeasure,
    ['sentence', sentencesOf(catalogue)],
    ['is a', records],
    ['is an', records],
    ['by', [...momentsOf(kinds), 'nothing']],
    ['rate on', momentsOf(kinds)],
    ['as of', ['period end', 'period start']],
    ['needs', textFields(kinds)],
    ['break down by', textFields(kinds)],
    ...['answered by', 'promised by', 'promised to', 'team'].map((key): [string, readonly string[]] => [key, teams]),
    ...['calendar', 'business time'].map((key): [string, readonly string[]] => [
      key,
      named.calendars.map(({ slug }) => slug),
    ]),
    ...['ratio of', 'per', 'difference of', 'less', 'moves', 'paired with'].map((key): [string, readonly string[]] => [
      key,
      named.metrics.map(({ slug }) => slug),
    ]),
  ]);
}

const isMapped = ({ fields }: RecordKind): boolean => fields.some(({ mapped }) => mapped);

/** A sentence for each phrase, those first that can be said of what this company has. */
function sentencesOf({ kinds }: Catalogue): string[] {
  const known = new Set(kinds.filter(isMapped).map(({ name }) => name));
  const examples = Object.values(phrases).map(({ example }) => example);
  const here = examples.filter(({ of }) => known.has(of));
  return [...here, ...examples.filter((example) => !here.includes(example))].map(({ says }) => says);
}

function fieldsOfRecords({ terms, figures }: Named, kinds: readonly RecordKind[], types: readonly string[]): string[] {
  const all = [...terms, ...kinds.filter(isMapped).map(({ name }) => ({ name, kind: name }))];
  return all.flatMap(({ name, kind }) => {
    const fields = kinds.find((one) => one.name === kind)?.fields ?? [];
    const fitting = fields.filter(({ mapped, type }) => mapped && types.includes(type.is)).map((field) => field.name);
    const own = figures.filter((figure) => figure.kind === kind).map((figure) => figure.name);
    return [...own, ...fitting].map((field) => `${name}'s ${field}`);
  });
}

const momentsOf = (kinds: readonly RecordKind[]): string[] => fieldNames(kinds, 'moment');

const textFields = (kinds: readonly RecordKind[]): string[] => fieldNames(kinds, 'text');

function fieldNames(kinds: readonly RecordKind[], type: string): string[] {
  const fields = kinds.flatMap((kind) => kind.fields).filter((field) => field.mapped && field.type.is === type);
  return [...new Set(fields.map(({ name }) => name))].sort();
}
