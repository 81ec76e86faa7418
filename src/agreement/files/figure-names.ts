import { closestWord } from '../closest-word.ts';
import { keywordIn } from '../keywords.ts';
import { kindOf, recordsNames, type Names } from '../names.ts';
import { withArticle } from '../plural.ts';
import { keyFault, type Reporting } from '../report.ts';
import type { SaidEntry } from './term-schema.ts';

/** A figure's entry, by its key: what it is called, and whose it is. */
export interface SaidFigure {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly term: string | null;
  readonly said: SaidEntry;
}

/** Reads what stands before the colon: `response time of qualified lead`. What cannot be named so is left out, with a problem. */
export function figureHeads(
  reporting: Reporting,
  said: ReadonlyMap<string, SaidEntry>,
  names: Names,
): readonly SaidFigure[] {
  const heads: SaidFigure[] = [];
  for (const [key, entry] of said) {
    const head = headOf(key, entry, names);
    const misfit = head ? nameMisfit(head, heads, names) : whose(key, names);
    if (misfit) keyFault(reporting, [key], misfit.says, misfit.fix);
    else if (head) heads.push(head);
  }
  return heads;
}

/** The ways to cut `NAME of WHOSE` in two, the shortest name first. */
export function cutsOfKey(key: string): (readonly [name: string, whose: string])[] {
  return [...key.matchAll(/\s+of\s+/gi)].map((of) => [key.slice(0, of.index), key.slice(of.index + of[0].length)]);
}

function headOf(key: string, said: SaidEntry, names: Names): SaidFigure | null {
  for (const [name, owner] of cutsOfKey(key)) {
    const found = recordsNames(names).find(({ forms }) => forms.some((form) => same(form, owner)));
    if (found) return { key, name, kind: found.is.kind.name, term: found.is.term, said };
  }
  return null;
}

function nameMisfit({ name, kind }: SaidFigure, others: readonly SaidFigure[], names: Names) {
  const fix = 'take another name';
  const keyword = keywordIn(name);
  if (keyword !== null) return { says: `"${name}" cannot be told from a sentence: it has "${keyword}" in it`, fix };
  if (kindOf(names, kind)?.fields.some((field) => same(field.name, name)))
    return { says: `"${name}" is a field of ${withArticle(kind)} already`, fix };
  const other = others.find((one) => one.kind === kind && same(one.name, name));
  return other ? { says: `"${name}" is the figure "${other.key}" already`, fix } : null;
}

/** Whoever belongs to a term that is at fault is not complained about a second time. */
function whose(key: string, names: Names) {
  const broken = cutsOfKey(key).some(([, owner]) => names.brokenTerms.some((term) => same(term, owner)));
  if (broken) return null;
  const owners = recordsNames(names).flatMap(({ forms }) => forms);
  const [name = '', meant = null] =
    cutsOfKey(key)
      .map(([cut, owner]) => [cut, closestWord(owner, owners)] as const)
      .find(([, near]) => near) ?? [];
  const fix =
    meant === null
      ? 'say whose it is, a term or a record: "response time of qualified lead"'
      : `did you mean "${name} of ${meant}"?`;
  return { says: `it is not known whose figure "${key}" is`, fix };
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
