import type { FieldPath } from '../../values/tree.ts';
import type { MeasureRow, Subject } from '../measures.ts';
import { typeName } from '../fits.ts';
import { kindOf, type Names, type RecordsName } from '../names.ts';
import { isAboutBroken, readAt, type Speaking } from '../read-conditions.ts';
import { andThen, readWords, reading, type Reader } from '../reading.ts';
import { readSteps } from '../slots/paths.ts';
import { readRecordsName } from '../slots/records.ts';
import { fault } from '../report.ts';
import type { Path } from '../yaml-places.ts';
import { isUnnamedSubject } from './fields.ts';

/** Reads what a measure's key takes: `qualified lead`, or `won deal's amount`. */
export function readSubject(speaking: Speaking, said: string, path: Path, row: MeasureRow): Subject | null {
  const { names } = speaking;
  const [anyKind] = names.catalogue.kinds;
  if (!anyKind) return null;
  if (row.takes === 'field' && isUnnamedSubject(speaking, path, said)) return null;
  const read = readAt(speaking, path, said, anyKind, row.takes === 'field' ? fieldOfRecords : records);
  if (!read) return null;
  const type = read.field?.type;
  if (type && !row.on.includes(type.is)) {
    if (!isAboutBroken(names, said))
      fault(speaking, path, `"${said}" is ${typeName(type)}, which this measure cannot count`);
    return null;
  }
  return { ...read.found, ...nounsOf(names, read.found), field: read.field };
}

interface Read {
  readonly found: RecordsName;
  readonly field: FieldPath | null;
}

const records: Reader<Read> = (asking, from) =>
  andThen(readRecordsName(asking, from), (found, next) => [reading({ found, field: null }, next)]);

const fieldOfRecords: Reader<Read> = (asking, from) =>
  andThen(readRecordsName(asking, from), (found, next) => {
    const further = readWords(asking, next, ["'s"]);
    if (further === null) return [];
    return andThen(readSteps(asking, found.kind, further), (field, end) => [reading({ found, field }, end)]);
  });

function nounsOf(names: Names, found: RecordsName): { noun: string; nouns: string } {
  const term = names.terms.find((known) => known.name === found.term);
  if (term) return { noun: term.name, nouns: term.plural };
  return { noun: found.kind.name, nouns: kindOf(names, found.kind.name)?.plural ?? found.kind.plural };
}
