import { expect, test } from 'vitest';
import { fieldsOf } from '../../../../src/pull/hubspot/fields.ts';
import type { Property } from '../../../../src/pull/hubspot/answers.ts';

const property = (name: string, label: string, more: Partial<Property> = {}): Property => ({
  name,
  label,
  type: 'string',
  fieldType: 'text',
  options: [],
  ...more,
});

/** The label of a field by its name. */
function labels(...properties: readonly Property[]): ReadonlyMap<string, string> {
  return new Map(fieldsOf(properties).map(({ name, label }) => [name, label]));
}

test('a label belongs to one field only, that which people see; the others go by their names', () => {
  const said = labels(
    property('size_old', 'Size', { hidden: true }),
    property('size', 'Size'),
    property('hs_date_entered_1', 'Date entered “Demo (Sales Pipeline)”'),
    property('hs_v2_date_entered_1', 'Date entered "Demo (Sales Pipeline)"'),
    property('gone', 'Archived'),
    property('source', 'Source'),
  );
  expect(said.get('size')).toBe('Size');
  expect(said.get('size_old')).toBe('size_old');
  expect(said.get('hs_v2_date_entered_1')).toBe('Date entered "Demo (Sales Pipeline)"');
  expect(said.get('hs_date_entered_1')).toBe('hs_date_entered_1');
  expect(said.get('archived')).toBe('Archived');
  expect(said.get('gone')).toBe('gone');
  expect(said.get('source')).toBe('Source');
  expect(said.has('history.source')).toBe(false);
  expect(said.get('history.value')).toBe('Value');
});

test('what changes without its record being changed is told: what is calculated, and associations, but no date of a stage', () => {
  const changing = fieldsOf([
    property('score', 'Score', { calculated: true }),
    property('days', 'Days', { fieldType: 'calculation_equation' }),
    property('hs_v2_date_entered_1', 'Date entered "Demo"', { calculated: true }),
    property('amount', 'Amount'),
  ]).filter(({ isFormula }) => isFormula);
  expect(changing.map(({ name }) => name)).toEqual([
    'associations.contacts',
    'associations.companies',
    'associations.deals',
    'associations.tickets',
    'associations.leads',
    'associations.companies.primary',
    'score',
    'days',
  ]);
});
