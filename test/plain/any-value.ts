/** Values and moments of a record, and its related records. */
import { choices, dayIn, anyInstant } from './any-records.ts';
import { anyDuration, anyOrder, anyPath, kindNamed, typed, type Speech } from './any-speech.ts';
import { oneOf } from './chance.ts';
import { edgeGrains } from '../../src/values/tree.ts';
import type { Field, RecordKind } from '../../src/values/catalogue.ts';

/** A number of the record: a field, how many or how much of its related records, a part of a date, or what is calculated from these. */
export function anyNumber(speech: Speech, kind: RecordKind, depth: number): string | null {
  const { chance } = speech;
  const field = () => anyPath(speech, kind, typed('number'))?.text ?? null;
  const result = speech.results.length > 0 && chance.often(2) ? oneOf(chance, speech.results) : null;
  if (result !== null) return `the result of ${result}`;
  switch (chance.whole(0, depth > 0 ? 6 : 3)) {
    case 0: {
      const part = chance.one(['year', 'quarter', 'hour']);
      const moment = anyMoment(speech, kind, depth);
      return `the ${part} of ${moment}`;
    }
    case 1: {
      const one = field();
      return one === null
        ? null
        : `${one} ${chance.one(['times 2', 'divided by 2', 'plus 1', 'minus 5', ', or else 5', `divided by ${one}`])}`.replace(
            ' ,',
            ',',
          );
    }
    case 4: {
      const records = anyRecordsSaid(speech, kind, depth - 1);
      return records && `the number of ${records}`;
    }
    case 5: {
      const relation = oneOf(chance, kind.related);
      const other = relation && kindNamed(speech, relation.kind);
      const of = other && oneOf(chance, other.fields.filter(typed('number')));
      const records = other && sayRecords(speech, kind, other, 'many', depth - 1);
      return of && records
        ? `the ${chance.one(['total', 'average', 'smallest', 'largest'])} ${of.name} of ${records}`
        : field();
    }
    case 6:
      return anyPicked(speech, kind, depth, typed('number')) ?? field();
    default:
      return field();
  }
}

/** A moment of the record: a field, a day, now, an entry, one of a related record, or the end of a window. */
export function anyMoment(speech: Speech, kind: RecordKind, depth: number): string {
  const { chance, company } = speech;
  const field = () => anyPath(speech, kind, typed('moment'))?.text ?? kind.happens;
  if (speech.ofPeriods && chance.often(2)) return `the period's ${chance.one(['start', 'end'])}`;
  switch (chance.whole(0, 11)) {
    case 11: {
      const one = () => (depth > 0 ? anyMoment(speech, kind, depth - 1) : field());
      return `the ${chance.one(['later', 'earlier'])} of ${one()} and ${one()}`;
    }
    case 10:
      return `the ${chance.one(['start', 'end'])} of the ${chance.one(edgeGrains)} of ${depth > 0 ? anyMoment(speech, kind, depth - 1) : field()}`;
    case 0:
      return dayIn(company.zone, anyInstant(chance, company));
    case 1:
      return 'now';
    case 2:
      return kind.history
        ? `${chance.one(['entered', 'last entered'])} ${chance.one(choices['stage'] ?? ['Won'])}`
        : field();
    case 3:
    case 4:
      return anyPicked(speech, kind, depth, typed('moment')) ?? field();
    default:
      return field();
  }
}

/** `its first touch's completed`, `the completed of its first touch where kind is call` */
function anyPicked(speech: Speech, kind: RecordKind, depth: number, is: (field: Field) => boolean): string | null {
  const { chance } = speech;
  const relation = oneOf(chance, kind.related);
  const other = relation && kindNamed(speech, relation.kind);
  const field = other && oneOf(chance, other.fields.filter(is));
  if (!other || !field) return null;
  const which = chance.one(
    other.name === kind.name ? ['first', 'last', 'previous', 'previous', 'next', 'next'] : ['first', 'last'],
  );
  const by = chance.often(2) ? oneOf(chance, other.fields.filter(typed('moment'))) : null;
  const records = sayRecords(speech, kind, other, 'one', depth - 1);
  const isBare = !/ (within|between|before|after|on|where) /.test(records) && !by;
  return isBare
    ? `its ${which} ${records}'s ${field.name}`
    : `the ${field.name} of its ${which} ${records}${by ? ` by ${by.name}` : ''}`;
}

function anyRecordsSaid(speech: Speech, kind: RecordKind, depth: number): string | null {
  const relation = oneOf(speech.chance, kind.related);
  const other = relation && kindNamed(speech, relation.kind);
  return other ? sayRecords(speech, kind, other, 'many', depth) : null;
}

/** `touches within 1 day of created where kind is call and direction is out` */
export function sayRecords(
  speech: Speech,
  asking: RecordKind,
  other: RecordKind,
  number: 'one' | 'many',
  depth: number,
): string {
  const { chance, terms } = speech;
  const term = chance.often(5)
    ? oneOf(
        chance,
        terms.filter((one) => one.kind === other.name),
      )
    : null;
  const name = number === 'one' ? (term ?? other).name : (term ?? other).plural;
  const when = chance.one([
    '',
    '',
    ` within ${anyDuration(chance)} ${chance.one(['of', 'before'])} ${anyMoment(speech, asking, 0)}`,
    ` ${anyOrder(chance)} ${anyMoment(speech, asking, 0)}`,
    ` between ${anyMoment(speech, asking, 0)} and ${anyMoment(speech, asking, 0)}`,
  ]);
  const where = chance.often(3) ? ` where ${speech.sentence(speech, other, Math.max(0, depth))}` : '';
  return `${name}${when}${where}`;
}
