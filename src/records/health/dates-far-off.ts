import { sql, type SqlBool } from 'kysely';
import { dayOfNumber, daySeconds } from '../../calendar/local-date.ts';
import type { Field, RecordKind } from '../../values/catalogue.ts';
import { columnOf, type HealthCheck, type HealthGround } from './health-check.ts';

/** 1 January 1971: no CRM is older, and what was read as seconds and was milliseconds, or as days since 1900, lies before it. */
const oldestDay = '1971-01-01';
const oldestInstant = 365 * daySeconds;

/** Kinds that are always made of others: what is wrong with them is told of those. */
const derived = new Set(['ownership', 'campaign touch']);

const ownKinds = ({ catalogue }: HealthGround): RecordKind[] =>
  catalogue.kinds.filter(({ name }) => !derived.has(name));

const isMoment = ({ type, mapped }: Field): boolean => type.is === 'moment' && mapped;
const isDay = ({ type }: Field): boolean => type.is === 'moment' && type.precision === 'day';
const isKnown = (field: Field) => sql<SqlBool>`${columnOf(field)} is not null`;

/** Moments of 1970 or earlier: an empty date that some program wrote as a number. */
export const before1971: HealthCheck = (ground) =>
  ownKinds(ground).flatMap((kind) =>
    kind.fields.filter(isMoment).map((field) => ({
      kind,
      fields: [field.name],
      among: isKnown(field),
      faulty: sql<SqlBool>`${columnOf(field)} < ${isDay(field) ? oldestDay : oldestInstant}`,
    })),
  );

/** Facts more than a day past the export that tells them. (Within a day it may be a clock of another zone, or an export that ran on.) */
export const ahead: HealthCheck = (ground) =>
  ownKinds(ground).flatMap((kind) => {
    const { clock } = ground;
    const written = ground.asOf(kind.name);
    if (written === null) return [];
    const tomorrow = dayOfNumber(Math.floor(clock.local(written) / daySeconds) + 1);
    const facts = kind.fields.filter(
      (field) => isMoment(field) && field.type.is === 'moment' && field.type.may === 'be a fact',
    );
    return facts.map((field) => ({
      kind,
      fields: [field.name],
      among: isKnown(field),
      faulty: sql<SqlBool>`${columnOf(field)} > ${isDay(field) ? tomorrow : written + daySeconds}`,
    }));
  });
