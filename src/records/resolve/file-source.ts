import type { Problem } from '../../values/problem.ts';
import { linkFault } from '../crm-link.ts';
import { readInstant } from '../forms/instant.ts';
import { datedNameOf } from '../history/dated-name.ts';
import { canonicalKinds } from '../kinds.ts';
import type { FileSourceSpec } from '../schema/file-source.ts';
import type { FileSource, Gift } from '../source.ts';
import type { YamlFile } from '../yaml-file.ts';
import { formsOf, noForms } from './forms.ts';
import { giftOf } from './gift.ts';
import { checkRows, keyOf } from './check-rows.ts';
import { idsOf } from './ids.ts';
import { leaveOutOf } from './leave-out.ts';
import { pulledOf } from './pulled.ts';
import { mergedFromOf } from './merged-from.ts';
import { resolving as resolvingOf } from './resolving.ts';
import type { KindsKnown, Resolving } from './resolving.ts';

export function kindsKnown(declared: readonly NonNullable<FileSourceSpec['declares']>[]): KindsKnown {
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
  const resolving = resolvingOf(yaml, kinds, problems);
  const { cell, yesOrNo } = resolving;
  checkLink(resolving, spec);
  const forms = formsOf(resolving, spec, [], noForms);
  checkRows(resolving, spec);
  const gives = spec.gives.map((gift, index) => giftOf(resolving, gift, ['gives', index], { spec, forms }));
  const source: FileSource = {
    is: 'file',
    name,
    reads: spec.reads,
    pulled: pulledOf(resolving, spec),
    open: openOf(resolving, spec['open questions']),
    key: cell(keyOf(spec.key), ['key']),
    gives,
    declares: declarationOf(resolving, spec, gives),
    modified: cell(spec.modified, ['modified']),
    forms,
    deletedWhen: deletedWhenOf(resolving, spec['deleted when']),
    leaveOut: leaveOutOf(resolving, spec['leave out when']),
    repeats: spec.repeats ?? 'drop',
    ids: idsOf(spec),
    mergedInto: cell(spec['merged into'], ['merged into']),
    mergedFrom: mergedFromOf(resolving, spec),
    person: cell(spec.person, ['person']),
    separator: separatorOf(resolving, spec.separator),
    encoding: encodingOf(resolving, spec.encoding),
    sheet: spec.sheet ?? null,
    isReport: yesOrNo(spec['is a report'], ['is a report']),
    currency: spec.currency ?? null,
    rejectAtMost: shareOf(resolving, spec['reject at most'] ?? '1%'),
    asOf: asOfOf(resolving, spec['as of']),
    datedByName: datedByNameOf(resolving, spec),
    shortRows: yesOrNo(spec['short rows'], ['short rows']),
    holdsChanges: holdsChangesOf(spec['holds changes']),
    forgets: yesOrNo(spec.forgets, ['forgets']),
    at: yaml.placeOf(['reads']),
  };
  return problems.length > before ? null : source;
}

function checkLink({ yaml, fault }: Resolving, spec: FileSourceSpec): void {
  if (spec.link === undefined) return;
  const keys = { hasKey: keyOf(spec.key) !== undefined, keyHidden: spec['key is hidden'] === 'yes' };
  const wrong = linkFault(spec.link, keys);
  if (wrong) fault(yaml.placeOf(['link']), ...wrong);
  // The CRM knows its records without what we put before their ids.
  if (spec['ids begin with'] !== undefined)
    fault(yaml.placeOf(['link']), 'a "link" holds the key, which begins with "ids begin with"', 'leave "link" out');
}

function deletedWhenOf({ test }: Resolving, written: FileSourceSpec['deleted when']): FileSource['deletedWhen'] {
  if (written === undefined) return [];
  if (!Array.isArray(written)) return [test(written, ['deleted when'])];
  return written.map((each, index) => test(each, ['deleted when', index]));
}

function openOf({ yaml }: Resolving, written: FileSourceSpec['open questions']): FileSource['open'] {
  const questions = [written ?? []].flat();
  return questions.length === 0 ? null : { questions, at: yaml.placeOf(['open questions']) };
}

function asOfOf({ yaml, fault }: Resolving, written: string | undefined): number | null {
  if (written === undefined) return null;
  const asOf = readInstant(written);
  if (asOf === null) fault(yaml.placeOf(['as of']), `"${written}" is no instant`, 'write it as 2026-11-09T05:40:00Z');
  return asOf;
}

function datedByNameOf({ yaml, fault }: Resolving, spec: FileSourceSpec): FileSource['datedByName'] {
  const written = spec['dated by name'];
  if (written === undefined) return null;
  const at = yaml.placeOf(['dated by name']);
  if (spec['as of'] !== undefined)
    fault(at, 'either "as of" or "dated by name" tells when a file was written, not both');
  const dated = datedNameOf(written);
  if (!dated) fault(at, `no date stands in "${written}"`, 'write it like deals-YYYY-MM-DD.csv');
  return dated;
}

/** Which files hold changes, as a pattern. */
function holdsChangesOf(written: FileSourceSpec['holds changes']): string | null {
  if (written === undefined || written === 'no') return null;
  return written === 'yes' ? '*' : written;
}

function declarationOf(
  { yaml, fault }: Resolving,
  { declares }: FileSourceSpec,
  gives: readonly Gift[],
): FileSource['declares'] {
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

function separatorOf({ yaml, fault }: Resolving, written: string | undefined): string | null {
  if (written === undefined) return null;
  const separator = written === 'tab' ? '\t' : written;
  if (separator.length !== 1 || separator === '"')
    fault(yaml.placeOf(['separator']), `"${written}" is no separator`, 'write one character, or tab');
  return separator;
}

function encodingOf({ yaml, fault }: Resolving, written: string | undefined): string | null {
  if (written === undefined) return null;
  try {
    return new TextDecoder(written).encoding;
  } catch {
    fault(
      yaml.placeOf(['encoding']),
      `I don't know the encoding "${written}"`,
      'write it like windows-1252 or utf-16le',
    );
    return null;
  }
}

function shareOf({ yaml, fault }: Resolving, written: string): number {
  const share = /^(\d+(?:\.\d+)?)\s*%$/.exec(written)?.[1];
  if (share === undefined || Number(share) > 100)
    fault(yaml.placeOf(['reject at most']), `"${written}" is no share`, 'write it like 1%');
  return Number(share ?? 0) / 100;
}
