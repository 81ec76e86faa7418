import { closestWord } from '../../agreement/closest-word.ts';
import { ownColumns } from '../../store/schema.ts';
import type { FieldType } from '../../values/catalogue.ts';
import type { Place } from '../../values/problem.ts';
import type { CanonicalField } from '../canonical-kind.ts';
import { columnOf } from '../column-of.ts';
import type { FieldSpec } from '../schema/field.ts';
import type { FieldMapping, Forms } from '../source.ts';
import type { YamlPath } from '../yaml-file.ts';
import { formsOf } from './forms.ts';
import { checkSaid, lastsOf } from './field-keys.ts';
import { toldOf } from './told.ts';
import type { Resolving } from './resolving.ts';
import { typeNamed, writtenTypes } from './written-types.ts';

/** A field as it is written in a file. */
export interface WrittenField {
  readonly record: string;
  /** The fields that the record has by itself. */
  readonly fields: readonly CanonicalField[];
  readonly field: string;
  readonly written: string | FieldSpec;
  /** Where the fields of the record stand. */
  readonly path: YamlPath;
}

/** Where a field's value comes from, made exact; null where it has no type. */
export function fieldMapping(resolving: Resolving, of: WrittenField, fileForms: Forms): FieldMapping | null {
  const { yaml, fault, cell, test, yesOrNo } = resolving;
  const { field, written, path } = of;
  const at = yaml.placeOfKey(path, field);
  const said: FieldSpec = typeof written === 'string' ? { from: written } : written;
  const here = [...path, field];
  const canonical = of.fields.find((each) => each.name === field);
  const type = typeOf(resolving, of, said, at);
  if (!type) return null;
  checkSaid(resolving, field, said, type, at);
  const dividedBy = said['divided by'] === undefined ? 1 : Number(said['divided by']);
  if (!(dividedBy > 0)) fault(at, `"${said['divided by']}" is no number to divide by`);
  const forms = formsOf(resolving, said, here, fileForms);
  return {
    field,
    type,
    custom: !canonical,
    means: said.means ?? canonical?.means ?? '',
    from: cell(said.from, typeof written === 'string' ? here : [...here, 'from']),
    orElse: [said['or else'] ?? []].flat().flatMap((each) => cell(each, [...here, 'or else']) ?? []),
    always: said.always ?? null,
    ...translationOf(said),
    otherwise: said.otherwise ?? null,
    when: test(said.when, [...here, 'when']),
    by: said.by ?? null,
    hidden: yesOrNo(said.hidden, [...here, 'hidden']),
    dayIs: said['a day is'] ?? null,
    aheadIsEmpty: said['ahead is'] === 'empty',
    dividedBy,
    lasts: lastsOf(resolving, said, at),
    takesCurrency: said.takes === 'currency',
    told: toldOf(resolving, said, here),
    // What is translated is a value, also where the file has it for none.
    forms: said.reads ? { ...forms, empty: without(forms.empty, Object.keys(said.reads)) } : forms,
    at,
  };
}

/** The words that are translated as they are, and the patterns. */
function translationOf({ reads }: FieldSpec): Pick<FieldMapping, 'reads' | 'readsLike'> {
  if (!reads) return { reads: null, readsLike: [] };
  const patterns = Object.entries(reads).filter(([text]) => text.startsWith('*') || text.endsWith('*'));
  return { reads: new Map(Object.entries(reads)), readsLike: patterns };
}

function without(texts: ReadonlySet<string>, others: readonly string[]): ReadonlySet<string> {
  return others.some((text) => texts.has(text)) ? new Set([...texts].filter((text) => !others.includes(text))) : texts;
}

function typeOf(resolving: Resolving, of: WrittenField, said: FieldSpec, at: Place): FieldType | null {
  const { yaml, kinds, fault } = resolving;
  const { record, fields, field, path } = of;
  const canonical = fields.find((each) => each.name === field);
  const here = yaml.placeOf([...path, field, 'is']);
  if (said.is === undefined) {
    if (canonical) return canonical.type;
    const closest = closestWord(
      field,
      fields.map((each) => each.name),
    );
    const fix = `${closest ? `did you mean "${closest}"? ` : ''}A field of your own says its type: ${field}: { from: ..., is: text }`;
    fault(at, `I don't know ${record}'s field "${field}"`, fix);
    return null;
  }
  const type = typeNamed(said.is);
  if (!type || (type.is === 'link' && !kinds.has(type.to))) {
    const closest = closestWord(said.is, writtenTypes);
    const fix = closest ? `did you mean "${closest}"?` : `it is one of ${writtenTypes.join(', ')}`;
    fault(here, `I don't know the type "${said.is}"`, fix);
    return null;
  }
  if (!canonical) return mayBeCalled(field, resolving, at) ? type : null;
  // A source may know a canonical moment only to the day; everything else about it stays.
  if (canonical.type.is === 'moment' && type.is === 'moment') return { ...canonical.type, precision: type.precision };
  fault(here, `"${field}" is a field of every ${record} and keeps its type`, 'leave out "is"');
  return null;
}

function mayBeCalled(field: string, { fault }: Resolving, at: Place): boolean {
  const taken = (ownColumns as readonly string[]).includes(columnOf(field));
  if (taken) fault(at, `"${field}" is a name that the store keeps for itself`, 'give the field another name');
  return !taken;
}
