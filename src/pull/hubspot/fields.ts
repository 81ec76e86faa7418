import { plainName } from '../../records/load/headers.ts';
import type { ObjectField } from '../connector.ts';
import type { Property } from './answers.ts';
import { historyColumns } from './history.ts';
import { associationColumns, fieldOf, recordColumns } from './own-columns.ts';

/** HubSpot tells deleted records for as long as they can be restored. A contact that was erased for its privacy is not told: it is gone from the next whole table. */
export const tellsDeletedDays = 90;

/**
 * All that a mapping may name of an object's records, what is meant before what else is called so: the record's own columns, the associations, the
 * properties, the columns of its history. Of properties with one label the first keeps it, those that people see before hidden ones and HubSpot's
 * newer dates of stages (`hs_v2_`) before its older ones; the others go by their names.
 */
export function fieldsOf(properties: readonly Property[]): readonly ObjectField[] {
  const own = [
    ...recordColumns.map(({ name, label }) => fieldOf(name, label, 'string')),
    // HubSpot does not count a record as changed when something is associated with it.
    ...associationColumns.map(({ name, label }) => fieldOf(name, label, 'associations', true)),
  ];
  const names = new Set(own.map(({ name }) => name));
  const labels = new Set(own.map(({ label }) => plainName(label)));
  const others = properties
    .filter(({ name }) => !names.has(name))
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((property) => {
      const plain = plainName(property.label);
      const label = labels.has(plain) ? property.name : property.label;
      labels.add(plain);
      return fieldOf(property.name, label, property.type, isFormula(property));
    });
  const ofHistory = historyColumns
    .filter(({ label }) => !labels.has(plainName(label)))
    .map(({ name, label }) => fieldOf(name, label, 'history'));
  return [...own, ...others, ...ofHistory];
}

function rankOf({ name, hidden }: Property): number {
  return (hidden === true ? 2 : 0) + (/^hs_date_(?:entered|exited)_/.test(name) ? 1 : 0);
}

/** Calculated anew while nothing else of the record changes. A stage's dates are calculated too, but only when the record moves. */
function isFormula({ name, calculated, fieldType }: Property): boolean {
  if (/^hs_(?:v2_)?date_(?:entered|exited)_/.test(name)) return false;
  return calculated === true || fieldType.startsWith('calculation');
}
