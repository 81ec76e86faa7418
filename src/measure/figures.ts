/** Figures: named values of the vocabulary, used like fields. Empty for records that are not of their term. */
import { sql } from 'kysely';
import type { SqlMoment } from './moments.ts';
import type { Operand, Place } from './place.ts';
import { always, either, type Truth } from './truth.ts';
import type { Figure } from '../values/agreement.ts';

/** @throws where there is no such figure, which the agreement's reader has ruled out. */
export function figureNamed({ kind, scope }: Place, name: string): Figure {
  const figure = scope.statement.agreement.figures.find((one) => one.kind === kind.name && one.name === name);
  if (!figure) throw new Error(`${kind.name} has no figure "${name}"`);
  return figure;
}

/** A figure of the record at a place, said once in its scope. */
export function figureValue(at: Place, name: string): Operand {
  const { said, statement } = at.scope;
  const key = keyOf(at, name);
  const known = said.get(key);
  if (known?.said === 'value') return known;
  const figure = figureNamed(at, name);
  const value = statement.reader.valueAt(at, figure.is);
  const made = { said: 'value', ...ofTerm(at, figure, value) } as const;
  said.set(key, made);
  return made;
}

/** The same for a figure that is a moment. */
export function figureMoment(at: Place, name: string): SqlMoment {
  const { said, statement } = at.scope;
  const key = keyOf(at, name);
  const known = said.get(key);
  if (known?.said === 'moment') return known.moment;
  const figure = figureNamed(at, name);
  const moment = statement.reader.momentOf(at, figure.is);
  const made = figure.term === null ? moment : { ...moment, ...ofTerm(at, figure, moment), name: key };
  said.set(key, { said: 'moment', moment: made });
  return made;
}

const keyOf = ({ alias, scope }: Place, name: string): string =>
  `${alias} ${name}${scope.statement.horizon ? ' in the window' : ''}`;

function ofTerm(at: Place, { term }: Figure, value: Operand): Operand {
  if (term === null) return { sql: value.sql, waits: value.waits };
  const member: Truth = at.scope.statement.reader.termTruth(term, at);
  if (member === always) return { sql: value.sql, waits: value.waits };
  return {
    sql: sql`(case when ${member.holds} then ${value.sql} end)`,
    waits: either([member.waits, value.waits]),
  };
}
