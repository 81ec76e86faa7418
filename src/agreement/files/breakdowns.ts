import type { Breakdown } from '../../values/agreement.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import type { FieldPath } from '../../values/tree.ts';
import { kindOf } from '../names.ts';
import { readAt, type Speaking } from '../read-conditions.ts';
import { fault } from '../report.ts';
import { readPath } from '../slots/paths.ts';
import type { Path } from '../yaml-places.ts';
import type { SaidMetric } from './metric-schema.ts';

/** Reads what a metric is broken down by: fields by name, or dimensions that say where their field is. */
export function readBreakdowns(speaking: Speaking, said: SaidMetric['break down by'], kind: RecordKind): Breakdown[] {
  return sayings(said).flatMap(({ dimension, written, path }) => {
    const field = readAt(speaking, path, written, kind, readPath);
    if (!field || !canBreakDown(speaking, field, written, path)) return [];
    return [{ dimension: dimension ?? field.field, cut: { cut: 'value', path: field }, credit: null }];
  });
}

function sayings(said: SaidMetric['break down by']): { dimension: string | null; written: string; path: Path }[] {
  if (Array.isArray(said))
    return said.map((written, index) => ({ dimension: null, written, path: ['break down by', index] }));
  return Object.entries(said ?? {}).map(([dimension, written]) => ({
    dimension,
    written,
    path: ['break down by', dimension],
  }));
}

/** Records that are people. Their fields may be shown (a team, a region), their names and keys never. */
const people = new Set(['user', 'lead', 'contact']);

function canBreakDown(speaking: Speaking, field: FieldPath, written: string, path: Path): boolean {
  const { type } = field;
  const tell = (says: string, fix: string) => {
    fault(speaking, path, says, fix);
    return false;
  };
  if (type.is === 'link') {
    if (people.has(type.to))
      return tell(`"${written}" would show people`, `break it down by a field of theirs, such as a team or a region`);
    return tell(
      `"${written}" is a record, not a value`,
      `name a field of it: "its ${[...field.links, field.field].join("'s ")}'s name"`,
    );
  }
  if (field.field === 'name' && people.has(kindAtEnd(speaking, field)))
    return tell(`"${written}" would show people`, 'numbers are broken down by teams, never by people');
  if (type.is === 'moment' || type.is === 'money') return tell(`"${written}" has too many values to break down by`, '');
  return true;
}

function kindAtEnd(speaking: Speaking, field: FieldPath): string {
  let kind = field.from;
  for (const link of field.links) {
    const type = kindOf(speaking.names, kind)?.fields.find((known) => known.name === link)?.type;
    if (type?.is === 'link') kind = type.to;
  }
  return kind;
}
