import type { Catalogue } from '../../values/catalogue.ts';
import { tellCircles } from '../circles.ts';
import { keywordIn } from '../keywords.ts';
import { pluralOf } from '../plural.ts';
import { isBrokenInside, keyFault, known, type Reporting } from '../report.ts';
import { aboveOf, type SaidTerms } from './term-schema.ts';

/** Tells of terms whose name cannot be read in a sentence, or belongs to another term or record. */
export function checkTermNames(reporting: Reporting, said: SaidTerms, catalogue: Catalogue): void {
  const owners = new Map<string, string>();
  for (const { name, plural } of catalogue.kinds) {
    for (const form of [name, plural]) owners.set(form, `the record "${name}"`);
  }
  const tell = (name: string, says: string) => keyFault(reporting, [name], says, 'take another name');
  for (const [name, term] of said) {
    const forms = [name, term.plural ?? pluralOf(name), ...(term['also called'] ?? [])].map((form) =>
      form.toLowerCase(),
    );
    const keyword = forms.map(keywordIn).find((found) => found !== null) ?? null;
    if (keyword !== null) tell(name, `"${name}" cannot be told from a sentence: it has "${keyword}" in it`);
    for (const form of new Set(forms)) {
      const owner = owners.get(form);
      if (owner !== undefined) tell(name, `"${form}" is ${owner} already`);
      owners.set(form, `the term "${name}"`);
    }
  }
}

/** The record kind underneath each term. A term that has none is at fault, or narrows one that is. */
export function kindsOfTerms(reporting: Reporting, said: SaidTerms, catalogue: Catalogue): Map<string, string> {
  const kinds = new Set(catalogue.kinds.map((kind) => kind.name));
  const names = [...kinds, ...said.keys(), ...brokenNames(reporting)];
  for (const [name, term] of said) {
    const key = term['is a'] === undefined ? 'is an' : 'is a';
    const above = aboveOf(term);
    if (above === undefined) {
      // What a broken key would have made of it is not known.
      if (!isBrokenInside(reporting, [name]))
        keyFault(reporting, [name], `"${name}" needs "is a:"`, 'name the term or the record that it narrows');
    } else if (term['is a'] !== undefined && term['is an'] !== undefined)
      keyFault(reporting, [name, 'is an'], `"${name}" has an "is a:" already`, 'keep one of them');
    else known(reporting, [name, key], 'term or record', above, names);
  }
  const uses = new Map([...said].map(([name, term]) => [name, new Set([aboveOf(term) ?? '']) as ReadonlySet<string>]));
  tellCircles(reporting, uses);
  return new Map(
    [...said.keys()].flatMap((name) => {
      const kind = lastAbove(said, kinds, name, new Set());
      return kind === null ? [] : [[name, kind] as const];
    }),
  );
}

/** Terms that are left out because of their form. */
export function brokenNames({ broken }: Reporting): string[] {
  return broken.flatMap((path) => (path.length === 1 ? [String(path[0])] : []));
}

function lastAbove(
  said: SaidTerms,
  kinds: ReadonlySet<string>,
  name: string,
  passed: ReadonlySet<string>,
): string | null {
  if (kinds.has(name)) return name;
  const above = aboveOf(said.get(name));
  return above === undefined || passed.has(name) ? null : lastAbove(said, kinds, above, new Set([...passed, name]));
}
