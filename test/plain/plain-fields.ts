/** What a record's own fields hold, as they are looked at: now, or in the world of an earlier day. */
import { nothing, asDay } from './plain-answer.ts';
import { currencyOf, inReporting } from './plain-money.ts';
import {
  cellOf,
  fieldOf,
  kindOf,
  recordsWith,
  type Cell,
  type Sight,
  type Standing,
  type Answer,
} from './plain-world.ts';
import type { Field } from '../../src/values/catalogue.ts';

/** A field of a record. */
export function fieldAnswer(at: Standing, name: string): Answer {
  const field = fieldOf(at.kind, name);
  const { holder, column } = heldBy(at, field);
  const cell = cellOf(holder, column);
  const known = knownOf(holder, field, cell);
  const unpriced = field.type.is === 'money' && cell !== null && known === null;
  const answer = { known, waits: false, unpriced, type: field.type };
  return isLater(at.sight, answer) ? nothing(field.type) : answer;
}

function knownOf(holder: Standing, { type }: Field, cell: Cell): Answer['known'] {
  if (cell === null || cell === '') return null;
  if (type.is === 'yes-no') return cell === 1;
  if (type.is === 'money') return inReporting(holder.sight, Number(cell), currencyOf(holder));
  return cell;
}

/** The record itself; or, where its history tells of then, the last row of that until then. */
function heldBy(at: Standing, field: Field): { holder: Standing; column: string } {
  const { history } = at.kind;
  const held = history?.holds[field.name];
  if (at.sight.knows === 'all' || !history || held === undefined) return { holder: at, column: field.column };
  const last = historyOf(at).at(-1);
  if (!last) return { holder: at, column: field.column };
  return { holder: last, column: fieldOf(last.kind, held).column };
}

/** A record's history in order, as far as it is seen. */
export function historyOf(at: Standing): Standing[] {
  const { history } = at.kind;
  return history ? inOrder(relatedTo(at, history.kind)) : [];
}

/** A fact that lies later than one looks. A plan may lie ahead at any time. */
function isLater(sight: Sight, answer: Answer): boolean {
  if (answer.type.is !== 'moment' || answer.type.may === 'be a plan' || answer.known === null) return false;
  if (sight.knows === 'until then') {
    if (answer.type.precision === 'day' ? String(answer.known) > sight.asOfDay : Number(answer.known) > sight.asOf)
      return true;
  }
  return !inHorizon(sight, answer);
}

/** Whether a moment lies in the window of a conversion, where there is one. */
export function inHorizon(sight: Sight, moment: Answer): boolean {
  const { horizon } = sight;
  if (!horizon) return true;
  if (moment.known === null) return false;
  if (horizon.byDay || moment.type.is !== 'moment' || moment.type.precision === 'day') {
    return horizon.day !== null && (asDay(sight, moment) ?? '') <= horizon.day;
  }
  return horizon.instant !== null && Number(moment.known) <= horizon.instant;
}

/** Whether a record was there: all but those that came to be later than one looks. */
export function existed(at: Standing): boolean {
  const { column, type } = fieldOf(at.kind, at.kind.happens);
  const cell = cellOf(at, column);
  if (type.is !== 'moment' || cell === null || at.sight.knows === 'all' || type.may === 'be a plan') return true;
  return type.precision === 'day' ? String(cell) <= at.sight.asOfDay : Number(cell) <= at.sight.asOf;
}

/** The records of a kind that belong to a record, itself never among them. */
export function relatedTo(at: Standing, kindName: string): Standing[] {
  const relation = at.kind.related.find(({ kind }) => kind === kindName);
  if (!relation) throw new Error(`${at.kind.name} has no ${kindOf(at.sight.world, kindName).plural}`);
  const wanted = relation.on.map(({ ours, theirs }) => [theirs, cellOf(at, ours)] as const);
  return recordsWith(at.sight, kindName, wanted)
    .filter((other) => !(kindName === at.kind.name && other.row?.key === at.row?.key))
    .filter(existed);
}

/** Records in order of a moment (that they happen at, unless another field is named), then of their sequence, then of files and rows. */
export function inOrder(records: readonly Standing[], by: string | null = null): Standing[] {
  return records
    .filter((one) => orderOf(one, by)[0] !== null)
    .toSorted((one, other) => compareOrder(orderOf(one, by), orderOf(other, by)));
}

export type Order = readonly [first: Answer['known'], sequence: number, place: number];

export function orderOf(at: Standing, by: string | null): Order {
  const { sequence } = at.kind;
  const number = sequence === null ? null : cellOf(at, fieldOf(at.kind, sequence).column);
  return [
    fieldAnswer(at, by ?? at.kind.happens).known,
    number === null ? -Infinity : Number(number),
    at.row?.place ?? 0,
  ];
}

/** Less than 0 where the first stands before the second. */
export function compareOrder(one: Order, other: Order): number {
  for (const [index, mine] of one.entries()) {
    const theirs = other[index] ?? null;
    if (mine === null || theirs === null || mine === theirs) continue;
    return mine < theirs ? -1 : 1;
  }
  return 0;
}
