import { z } from 'zod';
import type { Term } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import type { Problem } from '../../values/problem.ts';
import { circles } from '../circles.ts';
import { kindOf, type Names, type TermName } from '../names.ts';
import { pluralOf } from '../plural.ts';
import { conditionsSchema, readConditions } from '../read-conditions.ts';
import { fault, known } from '../report.ts';
import { keys, text, texts } from '../schema-words.ts';
import { usesOf } from '../uses.ts';
import type { YamlFile } from '../yaml-file.ts';

const termSchema = keys({
  'is a': text.optional(),
  'is an': text.optional(),
  plural: text.optional(),
  'also called': texts.optional(),
  'in words': text.optional(),
  where: conditionsSchema.optional(),
  'except when': conditionsSchema.optional(),
  'said but not counted': texts.optional(),
});

/** vocabulary.yml: by name, what people mean by it. */
export const vocabularySchema = z.record(text, termSchema);

type SaidTerms = z.infer<typeof vocabularySchema>;
type SaidTerm = z.infer<typeof termSchema>;

/** The terms, and what sentences can name now that there are terms. */
export interface Vocabulary {
  readonly terms: readonly Term[];
  readonly names: Names;
}

/** Words that sentences are made of. A name with one of them in it could not be told from a sentence. */
const keywords = new Set(['is', 'has', 'where', 'and', 'or', 'within', 'its', 'before', 'after', 'contains']);

/** Reads the terms: first their names and kinds, so that their conditions can speak of each other. */
export function readVocabulary(
  yaml: YamlFile | null,
  said: SaidTerms,
  catalogue: Catalogue,
  currencies: readonly string[],
  problems: Problem[],
): Vocabulary {
  if (!yaml) return { terms: [], names: { catalogue, currencies, terms: [], brokenTerms: [] } };
  checkNames(yaml, said, catalogue, problems);
  const termNames = Object.entries(said).flatMap(([name, term]): TermName[] => {
    const kind = kindBelow(yaml, said, name, catalogue, problems);
    return kind === null
      ? []
      : [{ name, plural: term.plural ?? pluralOf(name), alsoCalled: term['also called'] ?? [], kind }];
  });
  const known = new Set(termNames.map((term) => term.name));
  const names = {
    catalogue,
    currencies,
    terms: termNames,
    brokenTerms: Object.keys(said).filter((name) => !known.has(name)),
  };
  const terms = termNames.flatMap((termName) => {
    const term = said[termName.name];
    return term ? [termOf(yaml, termName, term, names, problems)] : [];
  });
  return { terms: withoutCircles(yaml, terms, catalogue, problems), names };
}

function termOf(
  yaml: YamlFile,
  { name, plural, alsoCalled, kind }: TermName,
  said: SaidTerm,
  names: Names,
  problems: Problem[],
): Term {
  const speaking = { yaml, names, problems };
  const above = said['is a'] ?? said['is an'] ?? '';
  const recordKind = kindOf(names, kind);
  return {
    name,
    plural,
    slug: slugOf(name),
    alsoCalled,
    kind,
    isA: names.terms.some((term) => term.name === above) ? above : null,
    inWords: said['in words'] ?? '',
    where: recordKind ? readConditions(speaking, said.where, [name, 'where'], recordKind) : [],
    exceptWhen: recordKind ? readConditions(speaking, said['except when'], [name, 'except when'], recordKind) : [],
    saidButNotCounted: said['said but not counted'] ?? [],
    at: yaml.keyPlace([name]),
  };
}

/** The record kind at the end of `is a`; null, with a problem, where there is none. */
function kindBelow(
  yaml: YamlFile,
  said: SaidTerms,
  name: string,
  catalogue: Catalogue,
  problems: Problem[],
): string | null {
  const passed = [name];
  for (;;) {
    const last = passed.at(-1) ?? name;
    const term = said[last];
    const next = term?.['is a'] ?? term?.['is an'];
    const first = passed.length === 1;
    if (next === undefined || (term?.['is a'] !== undefined && term['is an'] !== undefined)) {
      if (first)
        problems.push({
          ...yaml.keyPlace([name]),
          level: 'fault',
          says: `"${name}" needs one "is a:"`,
          fix: 'name a term or a record',
        });
      return null;
    }
    if (catalogue.kinds.some((kind) => kind.name === next)) return next;
    const path = [last, term?.['is a'] === undefined ? 'is an' : 'is a'];
    if (passed.includes(next)) {
      const circle = passed.slice(passed.indexOf(next));
      // Said once, at the first of the circle in the file.
      const says = `"${next}" is defined by itself: ${[...circle, next].join(' is a ')}`;
      if (name === Object.keys(said).find((key) => circle.includes(key))) fault(problems, yaml, path, says);
      return null;
    }
    if (said[next] === undefined) {
      const names = [...Object.keys(said), ...catalogue.kinds.map((kind) => kind.name)];
      if (first) known(problems, yaml, path, 'term or record', next, names);
      return null;
    }
    passed.push(next);
  }
}

/** Terms whose conditions lead back to themselves cannot be computed. */
function withoutCircles(yaml: YamlFile, terms: readonly Term[], catalogue: Catalogue, problems: Problem[]): Term[] {
  const uses = new Map(
    terms.map((term) => {
      const ofConditions = usesOf(catalogue, term.kind, [...term.where, ...term.exceptWhen]).terms;
      return [term.name, new Set(term.isA === null ? ofConditions : [term.isA, ...ofConditions])] as const;
    }),
  );
  const found = circles(uses);
  for (const circle of found) {
    const [first = ''] = circle;
    const says = `"${first}" is defined by itself: ${[...circle, first].map((name) => `"${name}"`).join(' uses ')}`;
    problems.push({ ...yaml.keyPlace([first]), level: 'fault', says, fix: 'define one of them without the other' });
  }
  return found.length === 0 ? [...terms] : [];
}

function checkNames(yaml: YamlFile, said: SaidTerms, catalogue: Catalogue, problems: Problem[]): void {
  const taken = new Map<string, string>(
    catalogue.kinds.flatMap((kind) =>
      [kind.name, kind.plural].map((name) => [name, `the record "${kind.name}"`] as const),
    ),
  );
  for (const [name, term] of Object.entries(said)) {
    const place = yaml.keyPlace([name]);
    const keyword = name
      .toLowerCase()
      .split(' ')
      .find((word) => keywords.has(word) || /["',:]/.test(word));
    if (keyword !== undefined) {
      const says = `a term cannot be called "${name}": "${keyword}" is a word of the sentences`;
      problems.push({ ...place, level: 'fault', says, fix: 'take another name' });
    }
    for (const form of new Set([name, term.plural ?? pluralOf(name), ...(term['also called'] ?? [])])) {
      const owner = taken.get(form.toLowerCase());
      const says = `"${form}" is the name of ${owner ?? ''} already`;
      if (owner !== undefined) problems.push({ ...place, level: 'fault', says, fix: 'take another name' });
      taken.set(form.toLowerCase(), `the term "${name}"`);
    }
  }
}

function slugOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
}
