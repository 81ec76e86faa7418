import type { Term } from '../../values/agreement.ts';
import type { Band, Breakdown, Cut } from '../../values/breakdown.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import type { FieldPath } from '../../values/tree.ts';
import { creditDimension } from '../credit-words.ts';
import { typeName } from '../fits.ts';
import { kindOf } from '../names.ts';
import { isAboutBroken, readAt, type Speaking } from '../read-conditions.ts';
import { fault } from '../report.ts';
import { readPath } from '../slots/paths.ts';
import type { Path } from '../yaml-places.ts';
import { overlapping, readBand } from './bands.ts';
import type { SaidBreakdowns, SaidCut } from './breakdown-schema.ts';
import { clausesAskedFor, readClauses } from './clauses.ts';
import { readCredit } from './credit.ts';
import { isUnnamedValue } from './fields.ts';
import { readTestCut, saysATest } from './test-cuts.ts';

/** What breakdowns are read beside. */
export interface BreakingDown {
  readonly kind: RecordKind;
  /** The term that is counted; null: all records of the kind. */
  readonly term: string | null;
  /** The reporting currency, in which bands of money are said. */
  readonly currency: string;
  /** Whether what a record brings can be split. */
  readonly creditable: boolean;
  /** The vocabulary's, for their clauses. */
  readonly terms: readonly Term[];
}

/** One entry of `break down by:`, and where it stands. */
interface Entry {
  /** Null: what is written names it. */
  readonly dimension: string | null;
  readonly written: string | SaidCut;
  readonly path: Path;
}

/**
 * Reads what a metric is broken down by: fields by name; groups by a name of their own, made by a field, by bands, or by a sentence; or every
 * clause of a term, whose breakdowns are named as the clauses are said.
 */
export function readBreakdowns(
  speaking: Speaking,
  said: SaidBreakdowns | undefined,
  beside: BreakingDown,
): Breakdown[] {
  const breakdowns = entriesOf(said).flatMap((entry) => {
    const { written, path } = entry;
    const term = typeof written === 'string' ? clausesAskedFor(written) : null;
    if (term !== null) return readClauses(speaking, term, path, beside).map((breakdown) => ({ breakdown, path }));
    const breakdown = readBreakdown(speaking, entry, beside);
    return breakdown ? [{ breakdown, path }] : [];
  });
  const taken = new Set<string>();
  for (const { breakdown, path } of breakdowns) {
    const dimensions = dimensionsOf(breakdown);
    const again = dimensions.find((dimension) => taken.has(dimension));
    if (again !== undefined) fault(speaking, path, `it is broken down by "${again}" already`, 'leave it away');
    for (const dimension of dimensions) taken.add(dimension);
  }
  return breakdowns.map(({ breakdown }) => breakdown);
}

/** Its own dimension, and those under which other ways to give credit stand beside it: these have a comma, as names of people's own may. */
function dimensionsOf({ dimension, credit }: Breakdown): string[] {
  return [dimension, ...(credit?.beside ?? []).map((model) => creditDimension(dimension, model))];
}

function entriesOf(said: SaidBreakdowns | undefined): Entry[] {
  if (Array.isArray(said))
    return said.map((written, index) => ({ dimension: null, written, path: ['break down by', index] }));
  return Object.entries(said ?? {}).map(([dimension, written]) => ({
    dimension,
    written,
    path: ['break down by', dimension],
  }));
}

function readBreakdown(speaking: Speaking, entry: Entry, beside: BreakingDown): Breakdown | null {
  const { dimension, written, path } = entry;
  if (typeof written !== 'string') return readMap(speaking, dimension ?? '', written, path, beside);
  if (saysATest(speaking, written, beside.kind)) {
    const cut = readTestCut(speaking, written, path, beside.kind);
    return cut && { dimension: dimension ?? cut.holds, cut, credit: null, clauseOf: null };
  }
  if (isUnnamedValue(speaking, path, written, beside.kind)) return null;
  const field = readAt(speaking, path, written, beside.kind, readPath);
  if (!field || !canBreakDown(speaking, field, written, path)) return null;
  return { dimension: dimension ?? field.field, cut: { cut: 'value', path: field }, credit: null, clauseOf: null };
}

function readMap(
  speaking: Speaking,
  dimension: string,
  said: SaidCut,
  path: Path,
  beside: BreakingDown,
): Breakdown | null {
  if (said.value === undefined) return readTouched(speaking, dimension, said, path, beside);
  const at = [...path, 'value'];
  if (isUnnamedValue(speaking, at, said.value, beside.kind)) return null;
  const field = readAt(speaking, at, said.value, beside.kind, readPath);
  if (!field) return null;
  if (said.bands !== undefined) {
    if (said.credit !== undefined) {
      fault(speaking, [...path, 'bands'], '"bands:" does not go with "credit:"', 'make two breakdowns of it');
      return null;
    }
    const cut = readBands(speaking, field, said.bands, path, beside.currency);
    return cut && { dimension, cut, credit: null, clauseOf: null };
  }
  if (!canBreakDown(speaking, field, said.value, at) || !canBeCredited(speaking, said, path, beside)) return null;
  const credit = readCredit(speaking, said, path, beside.kind, field);
  const isAlike = credit?.path.type.is === field.type.is;
  if (isAlike && !canBreakDown(speaking, credit.path, said.touch ?? '', [...path, 'touch'])) return null;
  return { dimension, cut: { cut: 'value', path: field }, credit, clauseOf: null };
}

/** Groups that only touches name: nothing is recorded. */
function readTouched(
  speaking: Speaking,
  dimension: string,
  said: SaidCut,
  path: Path,
  beside: BreakingDown,
): Breakdown | null {
  if (said.credit === undefined) {
    fault(
      speaking,
      path,
      'groups need "value:", or "credit:" for touches',
      'name the field whose values are the groups',
    );
    return null;
  }
  if (said.bands !== undefined) {
    fault(speaking, [...path, 'bands'], '"bands:" does not go with "credit:"', 'make two breakdowns of it');
    return null;
  }
  const credit = canBeCredited(speaking, said, path, beside)
    ? readCredit(speaking, said, path, beside.kind, null)
    : null;
  if (!credit || !canBreakDown(speaking, credit.path, said.touch ?? '', [...path, 'touch'])) return null;
  return { dimension, cut: { cut: 'touch', path: credit.path }, credit, clauseOf: null };
}

/** Whether what is counted can be split, where credit is asked for. */
function canBeCredited(speaking: Speaking, said: SaidCut, path: Path, { creditable }: BreakingDown): boolean {
  if (said.credit === undefined || creditable) return true;
  const says = 'credit can be given for counts, sums and shares only';
  fault(speaking, [...path, 'credit'], says, 'leave "credit:" away');
  return false;
}

function readBands(
  speaking: Speaking,
  field: FieldPath,
  written: readonly string[],
  path: Path,
  currency: string,
): Cut | null {
  const { type } = field;
  if (isAboutBroken(speaking.names, field.field)) return null;
  if (type.is !== 'number' && type.is !== 'money' && type.is !== 'duration') {
    fault(
      speaking,
      [...path, 'value'],
      `"${field.field}" is ${typeName(type)}, which has no bands`,
      'bands are for numbers',
    );
    return null;
  }
  const bands = written.flatMap((one, index): Band[] => {
    const { band, misfit } = readBand(one, type, currency);
    if (misfit) fault(speaking, [...path, 'bands', index], misfit.says, misfit.fix);
    return band ? [band] : [];
  });
  const [one, other] = overlapping(bands) ?? [];
  if (one && other) {
    const at = [...path, 'bands', bands.length === written.length ? bands.indexOf(other) : 0];
    fault(speaking, at, `"${other.name}" overlaps "${one.name}"`, 'what lies in both can be in one only');
  }
  return { cut: 'bands', path: field, bands };
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
  if (type.is === 'moment') return tell(`"${written}" has too many values to break down by`, '');
  if (type.is === 'money' || type.is === 'duration')
    return tell(`"${written}" has too many values to break down by`, 'give it "value:" and "bands:"');
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
