import fc from 'fast-check';
import type { Names } from '../../../src/agreement/names.ts';
import type { Filled, PatternPart } from '../../../src/agreement/pattern.ts';
import { phrases, type PhraseTable } from '../../../src/agreement/phrases.ts';
import type { Asking } from '../../../src/agreement/reading.ts';
import { typeOfValue } from '../../../src/agreement/value-type.ts';
import type { RecordKind } from '../../../src/values/catalogue.ts';
import {
  orders,
  weekdays,
  type SlotType,
  type SlotTypes,
  type Test,
  type Value,
  type ValueType,
} from '../../../src/values/tree.ts';
import { anyText, literalOf } from './any-literal.ts';
import {
  anyMoment,
  anyOperand,
  anyPath,
  anyRecords,
  anyValue,
  anyWindow,
  linksOf,
  type Standing,
} from './any-value.ts';

type SlotPart = PatternPart & { readonly is: 'slot' };

const table: PhraseTable = phrases;

/** Any test that can be said of a record of the kind, made from the phrase table's own slots; where those do not fit, a plain one. */
export function anyTest(names: Names, kind: RecordKind): fc.Arbitrary<Test> {
  return testAt({ names, kind, nested: false, besideRecords: false, test: testAt });
}

function testAt(at: Standing): fc.Arbitrary<Test> {
  const plain = (anyPath(at) ?? fc.constant(null)).map((path): Test => {
    if (!path) throw new Error('Every kind has fields');
    return testOf('is known', { value: { value: 'field', path } });
  });
  const rows = Object.entries(table).filter(([name]) => name !== 'has' || anyRecords(at) !== null);
  return fc
    .constantFrom(...rows)
    .chain(([name, row]) =>
      fc
        .tuple(anyFilled(at, row.parts[0] ?? []), plain)
        .map(([slots, instead]) => (row.fits(slots, asking(at)) === null ? testOf(name, slots) : instead)),
    );
}

/** Every slot of a pattern filled; those behind a value with what may be compared with it. */
function anyFilled(at: Standing, parts: readonly PatternPart[]): fc.Arbitrary<Filled> {
  const slots = parts.filter((part): part is SlotPart => part.is === 'slot');
  return anyValue(at).chain((value) => {
    const type = typeOfValue(value);
    const filled = slots.map(({ name, type: slot }) => [
      name,
      name === 'value' ? fc.constant(value) : anySlot(at, slot, type),
    ]);
    return fc.record(Object.fromEntries(filled) as Record<string, fc.Arbitrary<SlotTypes[SlotType]>>);
  });
}

function anySlot(at: Standing, slot: SlotType, type: ValueType): fc.Arbitrary<SlotTypes[SlotType]> {
  const slots: { readonly [Type in SlotType]: () => fc.Arbitrary<SlotTypes[Type]> } = {
    value: () => anyValue(at),
    operand: () => anyOperand(at, type),
    moment: () => anyMoment(at),
    window: () => anyWindow(at),
    order: () => fc.constantFrom(...orders),
    literals: () => fc.array(literalOf(type), { minLength: 1, maxLength: 4 }),
    words: () => fc.array(anyText, { minLength: 1, maxLength: 4 }),
    counted: () =>
      fc.record({
        how: fc.record({ count: fc.constantFrom('at least', 'at most', 'exactly'), number: fc.nat(5) }),
        records: anyRecords(at) ?? fc.constant(noRecords),
      }),
    weekdays: () => fc.subarray([...weekdays], { minLength: 1 }),
    links: () => fc.constantFrom<readonly string[]>([], ...linksOf(at, 2)),
    term: () => fc.constantFrom(...at.names.terms.map((term) => term.name)),
  };
  return slots[slot]();
}

const noRecords = { kind: '', term: null, when: null, where: [] };
const nowhere = { file: '', line: 0, column: 0 };

function testOf(phrase: string, slots: Filled): Test {
  return { is: 'test', phrase, slots, said: '', at: nowhere };
}

/** A value beside whatever may be compared with it, for tests of values alone. */
export function anyValueOf(names: Names, kind: RecordKind): fc.Arbitrary<Value> {
  return anyValue({ names, kind, nested: false, besideRecords: false, test: testAt });
}

/** Enough of a sentence to ask whether slots fit. */
function asking({ names, kind }: Standing): Asking {
  return {
    sentence: '',
    tokens: [],
    names,
    kind,
    at: nowhere,
    nested: false,
    hopes: [],
    doubts: [],
    before: new Map(),
    test: () => [],
    told: () => [],
    step: () => [],
    mistakable: () => false,
  };
}
