import { expect, expectTypeOf, test } from 'vitest';
import { partsOf, type SlotsOf } from '../../../src/agreement/pattern.ts';
import type { Moment, Value, Window } from '../../../src/values/tree.ts';

test('a pattern says the names and types of its slots', () => {
  type Between = SlotsOf<'{value:value} is between {least:operand} and {most:operand}'>;
  expectTypeOf<keyof Between>().toEqualTypeOf<'value' | 'least' | 'most'>();
  expectTypeOf<Between['most']>().toEqualTypeOf<Value>();
  expectTypeOf<SlotsOf<'{moment:moment} {window:window}'>['window']>().toEqualTypeOf<Window>();
  expectTypeOf<SlotsOf<'{moment:moment} has happened'>['moment']>().toEqualTypeOf<Moment>();
});

test('a pattern is cut into its words and slots', () => {
  expect(partsOf('{value:value} is at least {least:operand}')).toEqual([
    { is: 'slot', name: 'value', type: 'value' },
    { is: 'words', words: ['is', 'at', 'least'] },
    { is: 'slot', name: 'least', type: 'operand' },
  ]);
});

test('a slot of a type that there is not is refused', () => {
  expect(() => partsOf('{value:valeu} is fine')).toThrow(
    'The pattern "{value:valeu} is fine" has a slot of an unknown type: valeu',
  );
});
