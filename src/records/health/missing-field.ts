import { sql } from 'kysely';
import type { RecordKind } from '../../values/catalogue.ts';
import { mappedField } from '../mapped-field.ts';
import { columnOf, everyRecord, isOpen, kindWith, type HealthCheck } from './health-check.ts';

/**
 * What a record should have, and when. `always`: numbers of the past ask for it too. `while open`: of one that is done with, nobody would fill it in any
 * more, and a lost deal needs no amount.
 */
const wanted: readonly (readonly [kind: string, field: string, when: 'always' | 'while open'])[] = [
  ['lead', 'source', 'always'],
  ['lead', 'owner', 'while open'],
  ['contact', 'account', 'always'],
  ['opportunity', 'source', 'always'],
  ['opportunity', 'closed', 'always'],
  ['opportunity', 'account', 'always'],
  ['opportunity', 'amount', 'while open'],
  ['opportunity', 'owner', 'while open'],
];

/** Records without an owner, an amount, a closing date, a source, an account. An amount of 0 is one. */
export const missingField: HealthCheck = (ground) =>
  wanted.flatMap(([name, wants, when]) => {
    const found = kindWith(ground, name, wants);
    const [field] = found?.fields ?? [];
    if (!found || !field) return [];
    const { kind } = found;
    const among = when === 'always' ? everyRecord : wantedOf(kind, field.name);
    return [{ kind, fields: [field.name], among, faulty: sql`${columnOf(field)} is null` }];
  });

/** A deal that was won has an amount too. Where nothing tells what is open, all should have it. */
function wantedOf(kind: RecordKind, field: string) {
  const lost = mappedField(kind, 'lost');
  if (field === 'amount' && lost) return sql<never>`coalesce(${columnOf(lost)}, 0) = 0`;
  return isOpen(kind) ?? everyRecord;
}
