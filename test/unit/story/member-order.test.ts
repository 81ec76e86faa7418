import { expect, test } from 'vitest';
import { agreedOrder, placeAmong } from '../../../src/story/member-order.ts';
import type { Figure } from '../../../src/values/agreement.ts';
import type { FieldPath, Value } from '../../../src/values/tree.ts';

const path = (field: string, figure = false): FieldPath => ({
  from: 'deal',
  links: [],
  field,
  type: { is: 'text' },
  figure,
});

const figure = (name: string, is: Value): Figure => ({
  name,
  slug: name,
  kind: 'deal',
  term: null,
  inWords: '',
  is,
  type: { is: 'text' },
  at: { file: 'vocabulary.yml', line: 1, column: 1 },
});

const cases = ['Won', 'Lost', 'Asleep'].map((name) => ({ name, when: [] }));
const said = {
  orders: [
    {
      name: 'steps',
      inWords: '',
      fields: [{ kind: 'deal', field: 'stage' }],
      choices: ['First', 'Then'],
      at: figure('x', { value: 'field', path: path('stage') }).at,
    },
  ],
  figures: [
    figure('ending', { value: 'sorted', cases, others: 'Open' }),
    figure('known ending', { value: 'sorted', cases, others: null }),
    figure('alias', { value: 'field', path: path('stage') }),
  ],
};
const orderOf = (of: FieldPath) => agreedOrder({ cut: { cut: 'value', path: of } }, said, { kinds: [] });

test('members stand as choices were ordered, or as the cases were written that sort records', () => {
  expect(orderOf(path('stage'))).toEqual(['First', 'Then']);
  expect(orderOf(path('ending', true))).toEqual(['Won', 'Lost', 'Asleep', 'Open']);
  expect(orderOf(path('known ending', true))).toEqual(['Won', 'Lost', 'Asleep']);
  expect(orderOf(path('alias', true))).toEqual([]);
});

test('what is not recorded comes last', () => {
  const place = placeAmong(orderOf(path('known ending', true)));
  const members = ['Not recorded', 'Asleep', 'Zebra', 'Won'];
  expect(members.toSorted((one, other) => place(one) - place(other))).toEqual([
    'Won',
    'Asleep',
    'Zebra',
    'Not recorded',
  ]);
});
