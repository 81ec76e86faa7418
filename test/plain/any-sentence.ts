/** Sentences that can be said of a record, made from its fields, links and related records. */
import { choicesOf } from './any-records.ts';
import { anyDuration, anyOrder, anyPath, comparison, kindNamed, typed, type Speech } from './any-speech.ts';
import { units } from '../../src/values/tree.ts';
import { anyMoment, anyNumber, sayRecords } from './any-value.ts';
import { oneOf } from './chance.ts';
import type { RecordKind } from '../../src/values/catalogue.ts';

/** A condition, as deep as told. */
export function anySentence(speech: Speech, kind: RecordKind, depth: number): string {
  const { chance } = speech;
  const often = [ofMoment, ofHas, ofValues, ofFigure, ofTerm, ofNumber];
  const all = [...often, ...often, ofMoment, ofHas, ofText, ofMoney, ofYesNo, ofKnown, ofLink, ofOrder];
  const make = oneOf(chance, all) ?? ofKnown;
  return make(speech, kind, depth) ?? ofKnown(speech, kind);
}

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

function ofNumber(speech: Speech, kind: RecordKind, depth: number): string | null {
  const { chance } = speech;
  const value = anyNumber(speech, kind, depth);
  if (!value) return null;
  const bound = () => String(chance.one([0, 1, 2, 5, 59.5, 60, 1000]));
  if (chance.often(2)) return `${value} is between ${bound()} and ${bound()}`;
  const other = chance.often(2) ? (anyPath(speech, kind, typed('number'))?.text ?? bound()) : bound();
  return `${value} ${comparison(chance)} ${other}`;
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

function ofMoment(speech: Speech, kind: RecordKind, depth: number): string {
  const { chance } = speech;
  const moment = anyMoment(speech, kind, depth);
  return `${moment} ${chance.one([
    'has happened',
    'has not happened',
    `is ${anyOrder(chance)} ${anyMoment(speech, kind, depth)}`,
    `within ${anyDuration(chance)} ${chance.one(['of', 'before', 'after'])} ${anyMoment(speech, kind, depth)}`,
    `within ${anyDuration(chance)} ${chance.one(['of', 'before', 'after'])} ${anyMoment(speech, kind, depth)}`,
    `is between ${anyMoment(speech, kind, depth)} and ${anyMoment(speech, kind, depth)}`,
    `is on ${chance.one(['a working day', 'Monday', 'Sunday, Saturday'])}`,
  ])}`;
}

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
  const said = other === 'Negotiation' || other?.startsWith('its ') ? other : `its ${other}`;
  return path && other ? `${path.text} comes ${chance.one(['before', 'after'])} ${said}` : null;
}

function ofFigure(speech: Speech, kind: RecordKind): string | null {
  const { chance } = speech;
  const figure = oneOf(
    chance,
    speech.figures.filter((one) => one.kind === kind.name),
  );
  if (!figure) return null;
  if (figure.type === 'moment') return `${figure.name} within ${anyDuration(chance)} of ${kind.happens}`;
  if (figure.type === 'text')
    return `${figure.name} ${chance.one(['is known', 'is Red', 'is not Blue', 'is one of Red, Grey', 'is empty'])}`;
  return `${figure.name} ${comparison(chance)} ${chance.one(['0', '1', '5'])}`;
}
