/** Sentences that can be said of a record, made from its fields, links and related records by the grammar of DESIGN section 4. */
import { choices, choicesOf, dayIn, anyInstant } from './any-records.ts';
import type { AnyCompany } from './any-company.ts';
import { oneOf, type Chance } from './chance.ts';
import type { Catalogue, Field, FieldType, RecordKind } from '../../src/values/catalogue.ts';

/** What sentences can be made of. */
export interface Speech {
  readonly chance: Chance;
  readonly catalogue: Catalogue;
  readonly company: AnyCompany;
  /** Terms that may be named, by the kind of their records. */
  readonly terms: readonly { readonly name: string; readonly plural: string; readonly kind: string }[];
  readonly figures: readonly {
    readonly name: string;
    readonly kind: string;
    readonly type: FieldType['is'] | 'duration';
  }[];
}

const kindNamed = ({ catalogue }: Speech, name: string): RecordKind | undefined =>
  catalogue.kinds.find((one) => one.name === name);

/** A condition, as deep as told. */
export function anySentence(speech: Speech, kind: RecordKind, depth: number): string {
  const { chance } = speech;
  const often = [ofMoment, ofHas, ofValues, ofFigure, ofTerm, ofNumber];
  const all = [...often, ...often, ofMoment, ofHas, ofText, ofMoney, ofYesNo, ofKnown, ofLink, ofOrder];
  const make = oneOf(chance, all) ?? ofKnown;
  return make(speech, kind, depth) ?? ofKnown(speech, kind);
}

/** A field of some type, of the record or beyond up to two links: `its lead's owner's team`. */
export function anyPath(
  speech: Speech,
  kind: RecordKind,
  is: (field: Field) => boolean,
): { text: string; field: Field } | null {
  const { chance } = speech;
  const links: string[] = [];
  let at = kind;
  while (links.length < 2 && chance.often(3)) {
    const link = oneOf(
      chance,
      at.fields.filter(({ type }) => type.is === 'link'),
    );
    const next = link?.type.is === 'link' ? kindNamed(speech, link.type.to) : undefined;
    if (!link || !next) break;
    links.push(link.name);
    at = next;
  }
  const field = oneOf(chance, at.fields.filter(is)) ?? null;
  if (field) return { text: links.length === 0 ? field.name : `its ${[...links, field.name].join("'s ")}`, field };
  const own = oneOf(chance, kind.fields.filter(is));
  return own && { text: own.name, field: own };
}

const typed =
  (is: FieldType['is']) =>
  ({ type }: Field): boolean =>
    type.is === is;

const quoted = (text: string): string => (/^[A-Z][a-z]+$/.test(text) ? text : `"${text}"`);

function ofText(speech: Speech, kind: RecordKind): string | null {
  const { chance } = speech;
  const path = anyPath(speech, kind, typed('text'));
  if (!path) return null;
  const word = () => quoted(chance.one(choicesOf(path.field.name)));
  const list = () => [word(), word()].join(', ');
  return `${path.text} ${chance.one([
    `is ${word()}`,
    `is not ${word()}`,
    `is one of ${list()}`,
    `is none of ${list()}`,
    `contains ${quoted(chance.one(['e', 'Head', 'müller', '%']))}`,
    `contains the word one of Sales, head`,
    `starts with ${quoted(chance.one(['Web', 'M', 'trade']))}`,
  ])}`;
}

const comparison = (chance: Chance): string =>
  chance.one(['is at least', 'is at most', 'is more than', 'is less than', 'is', 'is not']);

function ofNumber(speech: Speech, kind: RecordKind, depth: number): string | null {
  const { chance } = speech;
  const value = anyNumber(speech, kind, depth);
  if (!value) return null;
  const bound = () => String(chance.one([0, 1, 2, 5, 59.5, 60, 1000]));
  if (chance.often(2)) return `${value} is between ${bound()} and ${bound()}`;
  const other = chance.often(2) ? (anyPath(speech, kind, typed('number'))?.text ?? bound()) : bound();
  return `${value} ${comparison(chance)} ${other}`;
}

/** A number of the record: a field, how many or how much of its related records, a part of a date, or what is calculated from these. */
function anyNumber(speech: Speech, kind: RecordKind, depth: number): string | null {
  const { chance } = speech;
  const field = () => anyPath(speech, kind, typed('number'))?.text ?? null;
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

function ofMoney(speech: Speech, kind: RecordKind): string | null {
  const { chance } = speech;
  const path = anyPath(speech, kind, typed('money'));
  if (!path) return null;
  const amount = chance.one(['0 EUR', '123.45 EUR', '100 USD', '1,000 GBP', '0.5 EUR']);
  const left = chance.often(2)
    ? `${path.text} ${chance.one(['times 0.5', 'divided by 3', 'plus 1 EUR', `minus ${path.text}`])}`
    : path.text;
  return `${left} ${comparison(chance)} ${amount}`;
}

function ofYesNo(speech: Speech, kind: RecordKind): string | null {
  const path = anyPath(speech, kind, typed('yes-no'));
  return path && `${path.text} ${speech.chance.one(['is yes', 'is no', 'is not yes'])}`;
}

function ofKnown(speech: Speech, kind: RecordKind): string {
  const path = anyPath(speech, kind, () => true);
  return `${path?.text ?? kind.happens} ${speech.chance.one(['is known', 'is empty'])}`;
}

const units = [
  'minutes',
  'hours',
  'days',
  'calendar days',
  'weeks',
  'months',
  'business minutes',
  'business hours',
  'business days',
] as const;

function anyDuration(chance: Chance): string {
  const unit = chance.one(units);
  const amount = unit.includes('minutes') ? chance.one([1, 15, 90, 600]) : chance.one([1, 2, 3, 8, 24]);
  return `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;
}

/** A moment of the record: a field, a day, now, an entry, one of a related record, or the end of a window. */
function anyMoment(speech: Speech, kind: RecordKind, depth: number): string {
  const { chance, company } = speech;
  const field = () => anyPath(speech, kind, typed('moment'))?.text ?? kind.happens;
  switch (chance.whole(0, 9)) {
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
    other.name === kind.name ? ['first', 'last', 'previous', 'previous', 'previous'] : ['first', 'last'],
  );
  const by = chance.often(2) ? oneOf(chance, other.fields.filter(typed('moment'))) : null;
  const records = sayRecords(speech, kind, other, 'one', depth - 1);
  const isBare = !/ (within|before|after|on|where) /.test(records) && !by;
  return isBare
    ? `its ${which} ${records}'s ${field.name}`
    : `the ${field.name} of its ${which} ${records}${by ? ` by ${by.name}` : ''}`;
}

function ofMoment(speech: Speech, kind: RecordKind, depth: number): string {
  const { chance } = speech;
  const moment = anyMoment(speech, kind, depth);
  return `${moment} ${chance.one([
    'has happened',
    'has not happened',
    `is ${anyOrder(chance)} ${anyMoment(speech, kind, depth)}`,
    `within ${anyDuration(chance)} ${chance.one(['of', 'before', 'after'])} ${anyMoment(speech, kind, depth)}`,
    `within ${anyDuration(chance)} ${chance.one(['of', 'before', 'after'])} ${anyMoment(speech, kind, depth)}`,
    `is on ${chance.one(['a working day', 'Monday', 'Sunday, Saturday'])}`,
  ])}`;
}

const anyOrder = (chance: Chance): string => chance.one(['before', 'after', 'on', 'on or before', 'on or after']);

function ofLink({ chance }: Speech, kind: RecordKind): string | null {
  const link = oneOf(chance, kind.fields.filter(typed('link')));
  return link && `its ${link.name} ${chance.one(['is found', 'is not found'])}`;
}

/** `its lead is a good lead`, or of the record itself. */
function ofTerm({ chance, terms }: Speech, kind: RecordKind): string | null {
  const links = kind.fields.flatMap(({ name, type }) =>
    type.is === 'link' ? [{ name: `its ${name} `, to: type.to }] : [],
  );
  const named = terms.flatMap((term) =>
    [...links, { name: '', to: kind.name }].filter(({ to }) => to === term.kind).map((link) => ({ link, term })),
  );
  const one = oneOf(chance, named);
  return one && `${one.link.name}${chance.one(['is a', 'is not a'])} ${one.term.name}`;
}

function ofHas(speech: Speech, kind: RecordKind, depth: number): string | null {
  const { chance } = speech;
  if (depth === 0) return null;
  const how = chance.one(['a', 'no', 'at least 2', 'at most 1', 'exactly 1', 'exactly 2', 'at most 2']);
  const isOne = how === 'a' || how.endsWith(' 1');
  const relation = oneOf(chance, kind.related);
  const other = relation && kindNamed(speech, relation.kind);
  return other ? `has ${how} ${sayRecords(speech, kind, other, isOne ? 'one' : 'many', depth - 1)}` : null;
}

function anyRecordsSaid(speech: Speech, kind: RecordKind, depth: number): string | null {
  const relation = oneOf(speech.chance, kind.related);
  const other = relation && kindNamed(speech, relation.kind);
  return other ? sayRecords(speech, kind, other, 'many', depth) : null;
}

/** `touches within 1 day of created where kind is call and direction is out` */
function sayRecords(
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
  ]);
  const where = chance.often(3) ? ` where ${anySentence(speech, other, Math.max(0, depth))}` : '';
  return `${name}${when}${where}`;
}

/** A stretch of time, or a value that differs from another of its kind. */
function ofValues(speech: Speech, kind: RecordKind, depth: number): string | null {
  const { chance } = speech;
  if (chance.often(6)) {
    const distance = `${chance.one(units)} from ${anyMoment(speech, kind, depth)} to ${anyMoment(speech, kind, depth)}`;
    return `${distance} ${comparison(chance)} ${chance.one(['0', '1', '2.5', '8 hours', '1 business day', '90 minutes', '3 days'])}`;
  }
  const is = chance.one(['text', 'number', 'link', 'moment'] as const);
  const [one, other] = [anyPath(speech, kind, typed(is)), anyPath(speech, kind, typed(is))];
  return one && other && `${one.text} ${chance.one(['differs from', 'is', 'is not'])} ${other.text}`;
}

function ofOrder(speech: Speech, kind: RecordKind): string | null {
  const { chance } = speech;
  const path = anyPath(speech, kind, ({ name }) => name === 'stage' || name === 'from' || name === 'to');
  const other = chance.often(5)
    ? 'Negotiation'
    : path && anyPath(speech, kind, ({ name }) => name === 'stage' || name === 'from')?.text;
  return path && other ? `${path.text} comes ${chance.one(['before', 'after'])} ${other}` : null;
}

function ofFigure(speech: Speech, kind: RecordKind): string | null {
  const { chance } = speech;
  const figure = oneOf(
    chance,
    speech.figures.filter((one) => one.kind === kind.name),
  );
  if (!figure) return null;
  if (figure.type === 'moment') return `${figure.name} within ${anyDuration(chance)} of ${kind.happens}`;
  if (figure.type === 'text') return `${figure.name} is known`;
  return `${figure.name} ${comparison(chance)} ${chance.one(['0', '1', '5'])}`;
}
