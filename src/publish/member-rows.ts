/** The rows of a table of groups: each with its numbers, and all of them together. */
import { hasFew, membersIn } from '../story/figures/compared-period.ts';
import { allMembers, everyoneElse } from '../story/locale/en/across.ts';
import { notKnown, ofWords } from '../story/locale/en/charts.ts';
import type { Subject } from '../story/subject.ts';
import { isOfRecords } from '../story/traits.ts';
import { notRecorded } from '../values/breakdown.ts';
import type { PublishedValue } from '../values/value.ts';

export interface MemberCell {
  readonly value: string;
  /** `39 of 62`, of a share of records; else ''. */
  readonly of: string;
  /** From too few records to judge by. */
  readonly few: boolean;
}

export interface MemberRow {
  readonly head: string;
  /** `rest`: several members, or what is not recorded. */
  readonly is: 'member' | 'rest' | 'whole';
  /** Null: the number is not counted of it. */
  readonly cells: readonly (MemberCell | null)[];
}

/** What the numbers of a column are read from: a metric, and the row of the whole in its period. */
interface Column {
  readonly subject: Subject;
  readonly whole: PublishedValue;
}

/** Past so many members the smaller ones stand together. */
const mostMembers = 12;

/** The largest members by the first column that tells them apart; the others put together, what is not recorded, and the whole. */
export function memberRows(columns: readonly Column[], dimension: string): MemberRow[] {
  const byMember = columns.map(
    ({ subject, whole }) => new Map(membersIn(subject.values, dimension, whole).map((row) => [row.member, row])),
  );
  const all = [...new Set(byMember.flatMap((rows) => [...rows.keys()]))];
  const sizes = (member: string) => byMember.map((rows) => rows.get(member)?.value ?? 0);
  const members = all
    .filter((member) => member !== notRecorded)
    .toSorted((one, other) => firstApart(sizes(other), sizes(one)) || (one < other ? -1 : 1));
  const rowOf = (head: string, is: MemberRow['is'], some: readonly string[]): MemberRow => ({
    head,
    is,
    cells: columns.map((column, at) =>
      cellOf(
        column,
        together(
          column,
          some.flatMap((member) => byMember[at]?.get(member) ?? []),
        ),
      ),
    ),
  });
  const rest = members.slice(mostMembers);
  return [
    ...members.slice(0, mostMembers).map((member) => rowOf(member, 'member', [member])),
    ...(rest.length > 0 ? [rowOf(everyoneElse(rest.length), 'rest', rest)] : []),
    ...(all.includes(notRecorded) ? [rowOf(notRecorded, 'rest', [notRecorded])] : []),
    { head: allMembers, is: 'whole', cells: columns.map((column) => cellOf(column, column.whole)) },
  ];
}

/** How far two rows of numbers lie apart where they first do. */
function firstApart(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}

/** Members as one: what adds up is added, and is nothing where there are none; a share or ratio is sum over sum. Null where nobody can say. */
function together({ subject, whole }: Column, rows: readonly PublishedValue[]): PublishedValue | null {
  const [first, ...others] = rows;
  const sum = (of: (row: PublishedValue) => number | null) => rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  if (subject.metric.adds.members) return { ...whole, value: sum(({ value }) => value) };
  if (!first || others.length === 0) return first ?? null;
  if (first.numerator === null || first.denominator === null) return null;
  const [numerator, denominator] = [sum((row) => row.numerator), sum((row) => row.denominator)];
  const value = denominator === 0 ? null : numerator / denominator;
  return { ...first, numerator, denominator, value, records: sum(({ records }) => records) };
}

function cellOf({ subject }: Column, row: PublishedValue | null): MemberCell | null {
  if (!row) return null;
  const { metric, numbers } = subject;
  const { value, numerator, denominator } = row;
  const say = metric.adds.members ? numbers.bare.exact : numbers.bare.short;
  return {
    value: value === null ? notKnown : say(value),
    of: isOfRecords(metric) && numerator !== null && denominator !== null ? ofWords(numerator, denominator) : '',
    few: row.dimension !== '' && hasFew(subject, row),
  };
}
