import { table } from './markdown.ts';
import type { Catalogue, Field, RecordKind } from '../../values/catalogue.ts';

/**
 * Which fields tell what they were at a time, for each kind of record that some source gives: what a metric that counts things as they
 * stood can rely on, and what it reads as of today.
 */
export function historyTable({ kinds }: Catalogue): string[] {
  const logs = new Set(kinds.flatMap(({ history }) => (history ? [history.kind] : [])));
  const lines = kinds.filter(isFilled).map((kind) => lineOf(kind, logs.has(kind.name)));
  return [
    '### Which fields have a history, and which are as today',
    'Where something is counted `as of` a time, a field with a history holds what it held then, and a moment that came later has not happened. Every other field holds what it holds today, whatever it was then.',
    table(['record', 'has a history', 'has happened by then, or not', 'is as today'], lines),
  ];
}

const isFilled = ({ fields }: RecordKind): boolean => fields.some(({ mapped }) => mapped);

function lineOf({ name, fields, history }: RecordKind, isLog: boolean): string[] {
  const filled = fields.filter(({ mapped }) => mapped);
  const held = filled.filter((field) => history?.holds[field.name] !== undefined);
  const facts = filled.filter((field) => !held.includes(field) && isFact(field));
  const others = filled.filter((field) => !held.includes(field) && !facts.includes(field));
  if (isLog) return [name, 'all: a row says what was, and stays as it is', listed(facts), ''];
  return [name, listed(held), listed(facts), listed(others)];
}

const isFact = ({ type }: Field): boolean => type.is === 'moment' && type.may === 'be a fact';

const listed = (fields: readonly Field[]): string => fields.map(({ name }) => name).join(', ');
