import { closestWord } from '../agreement/closest-word.ts';
import { ownColumns } from '../store/schema.ts';
import type { FieldType } from '../values/catalogue.ts';
import type { Place, Problem } from '../values/problem.ts';
import { compileDateForm } from './forms/date-form.ts';
import { readInstant } from './forms/instant.ts';
import { compileNumberForm } from './forms/number-form.ts';
import type { CanonicalField } from './canonical-kind.ts';
import { columnOf } from './column-of.ts';
import { linkFault } from './crm-link.ts';
import { canonicalKinds } from './kinds.ts';
import type { Cell, FieldMapping, FileSource, Forms, Gift, RowTest } from './source.ts';
import type { FileSourceSpec, RowTestSpec } from './source-schema.ts';
import { cellOf, columnTest } from './written-cells.ts';
import { typeNamed, writtenTypes } from './written-types.ts';
import type { YamlFile, YamlPath } from './yaml-file.ts';

type Declared = NonNullable<FileSourceSpec['declares']>;
type GiftSpec = FileSourceSpec['gives'][number];
type FieldSpec = Exclude<GiftSpec['columns'][string], string>;
type FormsSpec = Pick<FileSourceSpec, 'dates' | 'instants' | 'numbers' | 'time zone'>;

/** The fields that each kind has by itself, canonical kinds and declared ones. */
export type KindsKnown = ReadonlyMap<string, readonly CanonicalField[]>;

export function kindsKnown(declared: readonly Declared[]): KindsKnown {
  return new Map([
    ...declared.map(({ kind }) => [kind, []] as const),
    ...canonicalKinds.map(({ name, fields }) => [name, fields] as const),
  ]);
}

/** What the file says, made exact; null where it has a fault, which is added to the problems. */
export function resolveFileSource(
  name: string,
  spec: FileSourceSpec,
  yaml: YamlFile,
  kinds: KindsKnown,
  problems: Problem[],
): FileSource | null {
  const before = problems.length;
  const fault = (at: Place, says: string, fix = ''): void => void problems.push({ level: 'fault', ...at, says, fix });
  const cell = (written: string | undefined, path: YamlPath): Cell | null =>
    written === undefined ? null : cellOf(written, yaml.placeOf(path));
  const test = (written: RowTestSpec | undefined, path: YamlPath): RowTest =>
    Object.entries(written ?? {}).map(([column, wanted]) => columnTest(column, wanted, yaml.placeOfKey(path, column)));

  const wrongLink =
    spec.link === undefined
      ? null
      : linkFault(spec.link, { hasKey: spec.key !== undefined, keyHidden: spec['key is hidden'] === 'yes' });
  if (wrongLink) fault(yaml.placeOf(['link']), ...wrongLink);
  const fileForms = formsOf(spec, [], noForms);
  const gives = spec.gives.map((gift, index): Gift => giftOf(gift, ['gives', index]));
  const asOf = spec['as of'] === undefined ? null : readInstant(spec['as of']);
  if (spec['as of'] !== undefined && asOf === null) {
    fault(yaml.placeOf(['as of']), `"${spec['as of']}" is no instant`, 'write it as 2026-11-09T05:40:00Z');
  }
  const source: FileSource = {
    is: 'file',
    name,
    reads: spec.reads,
    gives,
    declares: declaration(),
    modified: cell(spec.modified, ['modified']),
    modifiedForms: fileForms,
    deletedWhen: spec['deleted when'] ? test(spec['deleted when'], ['deleted when']) : null,
    leaveOutWhen: spec['leave out when'] ? test(spec['leave out when'], ['leave out when']) : null,
    mergedInto: cell(spec['merged into'], ['merged into']),
    person: cell(spec.person, ['person']),
    separator: separatorOf(),
    encoding: encodingOf(),
    currency: spec.currency ?? null,
    rejectAtMost: shareOf(spec['reject at most'] ?? '1%'),
    asOf,
    shortRows: yesOrNo(spec['short rows'], ['short rows']),
    forgets: yesOrNo(spec.forgets, ['forgets']),
    at: yaml.placeOf(['reads']),
  };
  if (source.mergedInto && !spec.key) fault(yaml.placeOf(['merged into']), '"merged into" needs a "key"');
  return problems.length > before ? null : source;

  function giftOf(gift: GiftSpec, path: YamlPath): Gift {
    const fields = kinds.get(gift.record);
    if (!fields) {
      const closest = closestWord(gift.record, kinds.keys());
      const fix = closest
        ? `did you mean "${closest}"?`
        : `it is one of ${[...kinds.keys()].join(', ')}, or "declares" one`;
      fault(yaml.placeOf([...path, 'record']), `I don't know the record "${gift.record}"`, fix);
    }
    const columns = Object.entries(fields ? gift.columns : {}).flatMap(([field, written]) =>
      mappingOf(gift.record, fields ?? [], field, written, [...path, 'columns']),
    );
    const own = gift.key !== undefined;
    return {
      record: gift.record,
      when: test(gift.when, [...path, 'when']),
      key: own ? cell(gift.key, [...path, 'key']) : cell(spec.key, ['key']),
      keyHidden: !own && yesOrNo(spec['key is hidden'], ['key is hidden']),
      link: own ? null : (spec.link ?? null),
      columns,
      at: yaml.placeOf([...path, 'record']),
    };
  }

  function mappingOf(
    record: string,
    fields: readonly CanonicalField[],
    field: string,
    written: string | FieldSpec,
    path: YamlPath,
  ): FieldMapping[] {
    const at = yaml.placeOfKey(path, field);
    const said: FieldSpec = typeof written === 'string' ? { from: written } : written;
    const here = [...path, field];
    const canonical = fields.find((each) => each.name === field);
    const type = typeOf(record, field, said, canonical, fields, at, here);
    if (!type) return [];
    if ((said.from === undefined) === (said.always === undefined)) {
      fault(at, `"${field}" needs either "from" (a column) or "always" (a value)`);
    }
    if ((said.by !== undefined || said.hidden !== undefined) && type.is !== 'link' && type.is !== 'text') {
      fault(at, `"${field}" is no link or text, so it can't be "by" or "hidden"`);
    }
    if (said['a day is'] !== undefined && !(type.is === 'moment' && type.precision === 'instant')) {
      fault(at, `"${field}" is no instant, so "a day is" says nothing`);
    }
    if (said['ahead is'] !== undefined && type.is !== 'moment') {
      fault(at, `"${field}" is no moment, so "ahead is" says nothing`);
    }
    if (said.otherwise !== undefined && !said.reads) fault(at, '"otherwise" needs "reads"');
    const dividedBy = said['divided by'] === undefined ? 1 : Number(said['divided by']);
    if (!(dividedBy > 0)) fault(at, `"${said['divided by']}" is no number to divide by`);
    return [
      {
        field,
        type,
        custom: !canonical,
        means: said.means ?? canonical?.means ?? '',
        from: cell(said.from, typeof written === 'string' ? here : [...here, 'from']),
        always: said.always ?? null,
        reads: said.reads ? new Map(Object.entries(said.reads)) : null,
        otherwise: said.otherwise ?? null,
        when: test(said.when, [...here, 'when']),
        by: said.by ?? null,
        hidden: yesOrNo(said.hidden, [...here, 'hidden']),
        dayIs: said['a day is'] ?? null,
        aheadIsEmpty: said['ahead is'] === 'empty',
        dividedBy,
        forms: formsOf(said, here, fileForms),
        at,
      },
    ];
  }

  function typeOf(
    record: string,
    field: string,
    said: FieldSpec,
    canonical: CanonicalField | undefined,
    fields: readonly CanonicalField[],
    at: Place,
    path: YamlPath,
  ): FieldType | null {
    if (said.is === undefined) {
      if (canonical) return canonical.type;
      const closest = closestWord(
        field,
        fields.map((each) => each.name),
      );
      fault(
        at,
        `I don't know ${record}'s field "${field}"`,
        `${closest ? `did you mean "${closest}"? ` : ''}A field of your own says its type: ${field}: { from: ..., is: text }`,
      );
      return null;
    }
    const type = typeNamed(said.is);
    if (!type || (type.is === 'link' && !kinds.has(type.to))) {
      const closest = closestWord(said.is, writtenTypes);
      fault(
        yaml.placeOf([...path, 'is']),
        `I don't know the type "${said.is}"`,
        closest ? `did you mean "${closest}"?` : `it is one of ${writtenTypes.join(', ')}`,
      );
      return null;
    }
    if (!canonical) return checkOwnField(field, at) ? type : null;
    // A source may know a canonical moment only to the day; everything else about it stays.
    if (canonical.type.is === 'moment' && type.is === 'moment') return { ...canonical.type, precision: type.precision };
    fault(
      yaml.placeOf([...path, 'is']),
      `"${field}" is a field of every ${record} and keeps its type`,
      'leave out "is"',
    );
    return null;
  }

  function checkOwnField(field: string, at: Place): boolean {
    const taken = (ownColumns as readonly string[]).includes(columnOf(field));
    if (taken) fault(at, `"${field}" is a name that the store keeps for itself`, 'give the field another name');
    return !taken;
  }

  function formsOf(said: FormsSpec, path: YamlPath, outer: Forms): Forms {
    const bad = (key: string, form: string, fix: string): void =>
      fault(yaml.placeOf([...path, key]), `"${form}" is no form of ${key}`, fix);
    const dateForms = (key: 'dates' | 'instants'): readonly string[] => {
      if (said[key] === undefined) return outer[key];
      const forms = [said[key]].flat();
      for (const form of forms) {
        if (!compileDateForm(form)) bad(key, form, 'write it like D/M/YYYY, YYYYMMDD or M/D/YYYY H:mm');
      }
      return forms;
    };
    if (said.numbers !== undefined && !compileNumberForm(said.numbers)) {
      bad('numbers', said.numbers, 'write it like 1.234,56 or 1,234.56 or $1,234.56');
    }
    const zone = said['time zone'];
    if (zone !== undefined && !isTimeZone(zone)) bad('time zone', zone, 'write it like Europe/Berlin or UTC');
    return {
      dates: dateForms('dates'),
      instants: dateForms('instants'),
      numbers: said.numbers ?? outer.numbers,
      timeZone: zone ?? outer.timeZone,
    };
  }

  function declaration(): FileSource['declares'] {
    const { declares } = spec;
    if (!declares) return null;
    const at = yaml.placeOf(['declares', 'kind']);
    if (canonicalKinds.some(({ name }) => name === declares.kind)) {
      fault(at, `"${declares.kind}" is a record of ours already`, 'give yours another name');
    }
    const fields = gives.filter(({ record }) => record === declares.kind).flatMap(({ columns }) => columns);
    if (!fields.some(({ field, type }) => field === declares.happens && type.is === 'moment')) {
      fault(yaml.placeOf(['declares', 'happens']), `"${declares.happens}" is no day or instant of a ${declares.kind}`);
    }
    const { sequence } = declares;
    if (sequence !== undefined && !fields.some(({ field, type }) => field === sequence && type.is === 'number')) {
      fault(yaml.placeOf(['declares', 'sequence']), `"${sequence}" is no number of a ${declares.kind}`);
    }
    return { ...declares, at };
  }

  function separatorOf(): string | null {
    const written = spec.separator;
    if (written === undefined) return null;
    const separator = written === 'tab' ? '\t' : written;
    if (separator.length !== 1 || separator === '"')
      fault(yaml.placeOf(['separator']), `"${written}" is no separator`, 'write one character, or tab');
    return separator;
  }

  function encodingOf(): string | null {
    if (spec.encoding === undefined) return null;
    try {
      return new TextDecoder(spec.encoding).encoding;
    } catch {
      fault(
        yaml.placeOf(['encoding']),
        `I don't know the encoding "${spec.encoding}"`,
        'write it like windows-1252 or utf-16le',
      );
      return null;
    }
  }

  function shareOf(written: string): number {
    const share = /^(\d+(?:\.\d+)?)\s*%$/.exec(written)?.[1];
    if (share === undefined || Number(share) > 100)
      fault(yaml.placeOf(['reject at most']), `"${written}" is no share`, 'write it like 1%');
    return Number(share ?? 0) / 100;
  }

  function yesOrNo(written: string | undefined, path: YamlPath): boolean {
    if (written !== undefined && written !== 'yes' && written !== 'no')
      fault(yaml.placeOf(path), `expected yes or no, got "${written}"`);
    return written === 'yes';
  }
}

const noForms: Forms = { dates: [], instants: [], numbers: null, timeZone: null };

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
