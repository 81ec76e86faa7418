import type { Credit, CreditModel } from '../../values/breakdown.ts';
import type { RecordKind } from '../../values/catalogue.ts';
import type { FieldPath } from '../../values/tree.ts';
import { canonical } from '../canonical.ts';
import { typeName } from '../fits.ts';
import { kindOf } from '../names.ts';
import { readAt, type Speaking } from '../read-conditions.ts';
import { fault } from '../report.ts';
import { notOneOf } from '../schema-words.ts';
import { readPath } from '../slots/paths.ts';
import { readRecords } from '../slots/records.ts';
import type { Path } from '../yaml-places.ts';
import type { SaidCut, SaidModel } from './breakdown-schema.ts';

const byName = ['recorded', 'first touch', 'last touch', 'even'] as const;

/** Keys that mean something only where credit is given. */
const ofCredit = ['touches', 'touch', 'beside'] as const;

/** Reads who gets the credit for a record; null where nothing is said of it, or with a problem. `recorded` is the field that says it without touches; null: only touches do. */
export function readCredit(
  speaking: Speaking,
  said: SaidCut,
  path: Path,
  kind: RecordKind,
  recorded: FieldPath | null,
): Credit | null {
  if (said.credit === undefined) {
    for (const key of ofCredit.filter((one) => said[one] !== undefined))
      fault(speaking, [...path, key], `"${key}:" goes with "credit:" only`, 'say who gets the credit');
    return null;
  }
  const agreed = readModel(speaking, said.credit, [...path, 'credit']);
  const beside = (said.beside ?? []).flatMap((model, index) => {
    const read = readModel(speaking, model, [...path, 'beside', index]);
    return read ? [{ read, at: [...path, 'beside', index] }] : [];
  });
  const known = agreed ? [agreed] : [];
  if (recorded === null) tellUnrecorded(speaking, agreed, beside, path);
  for (const { read, at } of beside) {
    if (known.some((one) => canonical(one) === canonical(read)))
      fault(speaking, at, `"${read.model}" is shown already`, 'leave it away');
    known.push(read);
  }
  const touches = needed(speaking, said, 'touches', path);
  const touch = needed(speaking, said, 'touch', path);
  if (touches === null || touch === null) return null;
  const records = readAt(speaking, [...path, 'touches'], touches, kind, readRecords);
  const touched = records && kindOf(speaking.names, records.kind);
  const member = touched && readAt(speaking, [...path, 'touch'], touch, touched, readPath);
  if (!agreed || !records || !member) return null;
  if (recorded !== null && member.type.is !== recorded.type.is) {
    const says = `"${touch}" is ${typeName(member.type)}, and what is recorded is ${typeName(recorded.type)}`;
    fault(speaking, [...path, 'touch'], says, 'both name the same groups');
  }
  return { agreed, touches: records, path: member, beside: beside.map(({ read }) => read) };
}

/** A fault for each way to give credit that asks for what is recorded, where nothing is. */
function tellUnrecorded(
  speaking: Speaking,
  agreed: CreditModel | null,
  beside: readonly { readonly read: CreditModel; readonly at: Path }[],
  path: Path,
): void {
  const models = [...(agreed ? [{ read: agreed, at: [...path, 'credit'] }] : []), ...beside];
  for (const { at } of models.filter(({ read }) => read.model === 'recorded'))
    fault(speaking, at, '"recorded" needs "value:"', 'name the field that says it without touches');
}

function needed(speaking: Speaking, said: SaidCut, key: 'touches' | 'touch', path: Path): string | null {
  const written = said[key];
  if (written !== undefined) return written;
  const fix = key === 'touches' ? '"touches: campaign touches on or before created"' : `"touch: its campaign's name"`;
  fault(speaking, [...path, 'credit'], `"credit:" needs "${key}:"`, `write it like ${fix}`);
  return null;
}

function readModel(speaking: Speaking, said: SaidModel, path: Path): CreditModel | null {
  if (typeof said !== 'string') {
    const whole = said.first + said.last + said.between;
    if (Math.abs(whole - 100) < 1e-9) return { model: 'by position', ...said };
    fault(speaking, path, `the shares add up to ${whole}%`, 'credit adds up to 100%');
    return null;
  }
  const model = byName.find((name) => name === said.toLowerCase());
  if (model) return { model };
  const [says = '', fix = ''] = notOneOf(said, byName).split('; ');
  fault(speaking, path, says, fix);
  return null;
}
