/** What a value of the agreement comes to for one record. */
import { alike, asDay, nothing, precisionOf } from './plain-answer.ts';
import { calculated } from './plain-calculations.ts';
import { dayOf, plusDays, weekdayOf, zoned } from './plain-clock.ts';
import { dayDistance, distance } from './plain-distance.ts';
import { compareOrder, fieldAnswer, historyOf, inOrder, orderOf } from './plain-fields.ts';
import { inReporting, roundedHalfAway } from './plain-money.ts';
import { fiscalQuarter, fiscalYear, periodAt } from './plain-period.ts';
import { related } from './plain-related.ts';
import { fieldOf, follow, type Standing, type Answer } from './plain-world.ts';
import type { ValueType } from '../../src/values/tree.ts';
import {
  weekdays,
  type Beyond,
  type DatePart,
  type Edge,
  type FieldPath,
  type Literal,
  type Moment,
  type Pick,
  type Told,
  type Value,
} from '../../src/values/tree.ts';

const number: ValueType = { is: 'number' };
const text: ValueType = { is: 'text' };

export function answer(at: Standing, value: Value): Answer {
  switch (value.value) {
    case 'field':
    case 'picked':
    case 'entered':
      return told(at, value);
    case 'literal':
      return literal(at, value.literal);
    case 'number of': {
      const { records, waits } = related(at, value.records);
      return { known: records.length, waits, type: number };
    }
    case 'gathered': {
      const { records, waits } = related(at, value.records);
      const all = records.map((one) => ofPath(one, value.of));
      const known = gathered(
        value.how,
        all.flatMap((one) => (one.known === null ? [] : [one.known])),
      );
      const unpriced = all.some((one) => one.unpriced);
      return { known, waits: waits || all.some((one) => one.waits), unpriced, type: value.of.type };
    }
    case 'distance':
      return between(at, value);
    case 'part of': {
      const moment = momentAnswer(at, value.of);
      const known = moment.known === null ? null : partOf(at, value.part, moment);
      return { known, waits: moment.waits, type: value.part === 'month' || value.part === 'weekday' ? text : number };
    }
    case 'result': {
      const { world, asOfDay } = at.sight;
      const { company } = world.agreement;
      const year = periodAt('year', plusDays(periodAt('year', asOfDay, company).from, -1), company).name;
      const known = world.resultOf?.(value.metric, year) ?? null;
      const isMoney = value.type.is === 'money';
      return { known: known !== null && isMoney ? roundedHalfAway(known) : known, waits: false, type: value.type };
    }
    case 'edge':
      return edgeAnswer(at, value.edge);
    case 'beyond':
      return beyondAnswer(at, value.beyond);
    case 'calculated':
      return calculated(at.sight, value.how, answer(at, value.left), answer(at, value.right));
    case 'or else':
      return orElse(at, answer(at, value.first), answer(at, value.second));
    case 'sorted':
      return sorted(at, value);
  }
}

/** The name of the first case that holds. Those after it are not asked, so they do not make it wait. */
function sorted(at: Standing, { cases, others }: Value & { value: 'sorted' }): Answer {
  let waits = false;
  for (const { name, when } of cases) {
    const verdict = at.sight.reader.allHold(at, when);
    waits ||= verdict.waits;
    if (verdict.holds) return { known: name, waits, type: text };
  }
  return { known: others, waits, type: text };
}

/** What a record tells of itself. */
function told(at: Standing, value: Told): Answer {
  switch (value.value) {
    case 'field':
      return ofPath(at, value.path);
    case 'picked': {
      const { record, waits } = picked(at, value.pick);
      const found = record ? ofPath(record, value.path) : nothing(value.path.type);
      return { ...found, waits: waits || found.waits };
    }
    case 'entered': {
      const { history } = at.kind;
      if (!history) return nothing(value.type);
      const entries = historyOf(at).filter((row) => {
        const [from, to] = [fieldAnswer(row, history.from).known, fieldAnswer(row, history.to).known];
        return to === value.choice && from !== to;
      });
      const entry = entries.at(value.which === 'first' ? 0 : -1);
      return entry ? { ...fieldAnswer(entry, entry.kind.happens), type: value.type } : nothing(value.type);
    }
  }
}

/** The field or figure at the end of links. A figure is empty for records that are not of its term. */
export function ofPath(start: Standing, path: FieldPath): Answer {
  const at = follow(start, path.links);
  if (!path.figure) return fieldAnswer(at, path.field);
  const figure = at.sight.world.agreement.figures.find(
    ({ name, kind }) => name === path.field && kind === at.kind.name,
  );
  if (!figure) throw new Error(`${at.kind.name} has no figure "${path.field}"`);
  const member = figure.term === null ? { holds: true, waits: false } : at.sight.reader.isOfTerm(at, figure.term);
  const value = answer(at, figure.is);
  return {
    // Of a record that is not there nothing is known, not even that there are 0 of something.
    known: member.holds && at.row !== null ? value.known : null,
    waits: member.waits || value.waits,
    unpriced: (member.holds && value.unpriced) ?? false,
    type: path.type,
  };
}

/** One of the related records, and whether which one may still change. */
export function picked(at: Standing, { which, records, by }: Pick): { record: Standing | undefined; waits: boolean } {
  const found = related(at, records);
  const inTurn = inOrder(found.records, by);
  if (which === 'first' || which === 'last')
    return { record: inTurn.at(which === 'first' ? 0 : -1), waits: found.waits };
  const own = orderOf(at, by);
  const beside = (side: number) => (one: Standing) => own[0] !== null && compareOrder(orderOf(one, by), own) * side > 0;
  const record = which === 'previous' ? inTurn.findLast(beside(-1)) : inTurn.find(beside(1));
  return { record, waits: found.waits };
}

export function literal({ sight }: Standing, one: Literal): Answer {
  switch (one.literal) {
    case 'text':
      return { known: one.text, waits: false, type: text };
    case 'number':
      return { known: one.number, waits: false, type: number };
    case 'money':
      return { known: inReporting(sight, one.minor, one.currency), waits: false, type: { is: 'money' } };
    case 'yes-no':
      return { known: one.yes, waits: false, type: { is: 'yes-no' } };
    case 'day':
      return { known: one.day, waits: false, type: { is: 'moment', precision: 'day', may: 'be a plan' } };
    case 'duration':
      return { known: one.duration.amount, waits: false, type: { is: 'duration', unit: one.duration.unit } };
  }
}

export function momentAnswer(at: Standing, moment: Moment): Answer {
  switch (moment.moment) {
    case 'told':
      return told(at, moment.told);
    case 'day':
      return literal(at, { literal: 'day', day: moment.day });
    case 'now':
      return { known: at.sight.asOf, waits: false, type: { is: 'moment', precision: 'instant', may: 'be a fact' } };
    case 'edge':
    case 'period':
      return edgeAnswer(at, moment);
    case 'beyond':
      return beyondAnswer(at, moment);
  }
}

/** The first or last day of the period that a moment lies in, or of that which is counted. */
function edgeAnswer(at: Standing, edge: Edge): Answer {
  const plan: ValueType = { is: 'moment', precision: 'day', may: 'be a plan' };
  const end = ({ from, to }: { from: string; to: string }): string => (edge.which === 'start' ? from : to);
  if (edge.moment === 'period') {
    if (at.sight.counted === null) throw new Error('No period is counted here');
    return { known: end(at.sight.counted), waits: false, type: plan };
  }
  const of = momentAnswer(at, edge.of);
  const day = asDay(at.sight, of);
  const isFact = edge.which === 'start' && of.type.is === 'moment' && of.type.may === 'be a fact';
  return {
    known: day === null ? null : end(periodAt(edge.grain, day, at.sight.world.agreement.company)),
    waits: of.waits,
    type: isFact ? { ...plan, may: 'be a fact' } : plan,
  };
}

/** The later or the earlier of two moments, by local date where either is one: they follow each other as they are written. */
function beyondAnswer(at: Standing, { which, one, other }: Beyond): Answer {
  const both = [momentAnswer(at, one), momentAnswer(at, other)] as const;
  const [first, second] = alike(at.sight, both);
  const isKnown = first !== null && first !== undefined && second !== null && second !== undefined;
  const known = isKnown ? ((which === 'later') === first > second ? first : second) : null;
  return { known, waits: both.some(({ waits }) => waits), type: orElseType(both[0].type, both[1].type) };
}

function gathered(
  how: (Value & { value: 'gathered' })['how'],
  known: readonly (string | number | boolean)[],
): Answer['known'] {
  if (known.length === 0) return null;
  if (how === 'smallest' || how === 'largest') {
    return known.reduce((best, one) => ((how === 'smallest' ? one < best : one > best) ? one : best));
  }
  const total = known.reduce<number>((sum, one) => sum + Number(one), 0);
  return how === 'total' ? total : total / known.length;
}

function between(at: Standing, { unit, from, to }: Value & { value: 'distance' }): Answer {
  const [start, end] = [momentAnswer(at, from), momentAnswer(at, to)];
  const byDay = precisionOf(start) === 'day' || precisionOf(end) === 'day';
  const { sight } = at;
  const days = [asDay(sight, start), asDay(sight, end)] as const;
  const known =
    days[0] === null || days[1] === null
      ? null
      : byDay
        ? dayDistance(sight.clock, unit, days[0], days[1])
        : distance(sight.clock, unit, Number(start.known), Number(end.known));
  return { known, waits: start.waits || end.waits, type: { is: 'duration', unit } };
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

function partOf({ sight }: Standing, part: DatePart, moment: Answer): Answer['known'] {
  const { company } = sight.world.agreement;
  const day = asDay(sight, moment) ?? dayOf(sight.clock, 0);
  switch (part) {
    case 'year':
      return fiscalYear(day, company).year;
    case 'quarter':
      return fiscalQuarter(day, company).quarter;
    case 'month':
      return monthNames[Number(day.slice(5, 7)) - 1] ?? null;
    case 'weekday':
      return weekdays[weekdayOf(day) - 1] ?? null;
    case 'hour':
      return precisionOf(moment) === 'day' ? null : zoned(sight.clock, Number(moment.known)).hour;
  }
}

/** The first, or where it is empty the second; by local date where either is one. */
function orElse({ sight }: Standing, first: Answer, second: Answer): Answer {
  const [one, other] = first.type.is === 'moment' ? alike(sight, [first, second]) : [first.known, second.known];
  return {
    known: one ?? other ?? null,
    waits: first.waits || second.waits,
    unpriced: first.unpriced || second.unpriced || false,
    type: orElseType(first.type, second.type),
  };
}

function orElseType(first: ValueType, second: ValueType): ValueType {
  if (first.is !== 'moment' || second.is !== 'moment') return first;
  const either = <T>(wanted: T, one: T, other: T): boolean => one === wanted || other === wanted;
  return {
    is: 'moment',
    precision: either('day', first.precision, second.precision) ? 'day' : 'instant',
    may: either('be a plan', first.may, second.may) ? 'be a plan' : 'be a fact',
  };
}

/** The kind and field that a value's choices are those of, where it has any. */
export function choiceField(at: Standing, value: Value): { kind: string; field: string } | null {
  const path = value.value === 'field' || value.value === 'picked' ? value.path : null;
  if (!path) return null;
  const { world } = at.sight;
  let kind = world.catalogue.kinds.find(({ name }) => name === path.from);
  for (const link of path.links) {
    const type = kind && fieldOf(kind, link).type;
    kind = type?.is === 'link' ? world.catalogue.kinds.find(({ name }) => name === type.to) : undefined;
  }
  if (kind && path.figure) {
    const figure = world.agreement.figures.find((one) => one.kind === kind.name && one.name === path.field);
    return figure ? choiceField(at, figure.is) : null;
  }
  return kind ? { kind: kind.name, field: path.field } : null;
}
