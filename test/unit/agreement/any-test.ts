import fc from 'fast-check';
import { kindAlong } from '../../../src/agreement/names.ts';
import type { Filled, PatternPart } from '../../../src/agreement/pattern.ts';
import { phrases, type PhraseTable } from '../../../src/agreement/phrases.ts';
import type { Asking } from '../../../src/agreement/reading.ts';
import type { Field, RecordKind } from '../../../src/values/catalogue.ts';
import {
  orders,
  units,
  weekdays,
  type FieldPath,
  type Literal,
  type Moment,
  type Records,
  type SlotType,
  type SlotTypes,
  type Test,
  type Value,
  type When,
  type Window,
} from '../../../src/values/tree.ts';
import { catalogue, names } from './fixtures.ts';

/** Any test that can be said of a record of the kind, made from the phrase table's own slots; where those do not fit, a plain one. */
export function anyTest(kind: RecordKind, deep = true): fc.Arbitrary<Test> {
  const table: PhraseTable = phrases;
  const rows = Object.entries(table).filter(([name]) => name !== 'has' || kind.related.length > 0);
  return fc.oneof(
    ...rows.map(([name, row]) => {
      const parts = (row.parts[0] ?? []).filter((part): part is PatternPart & { is: 'slot' } => part.is === 'slot');
      const filled = fc.record(Object.fromEntries(parts.map((part) => [part.name, anySlot(kind, part.type, deep)])));
      return fc.tuple(filled as fc.Arbitrary<Filled>, anyPath(kind)).map(([slots, path]) => {
        const fits = row.fits(slots, asking(kind)) === null;
        return fits ? testOf(name, slots) : testOf('is known', { value: fieldValue(path) });
      });
    }),
  );
}

function testOf(phrase: string, slots: Filled): Test {
  return { is: 'test', phrase, slots, said: '', at: nowhere };
}

/** A kind that has relations and links enough to speak of. */
export const anyKind = fc.constantFrom(...catalogue.kinds.filter((kind) => kind.related.length > 0));

const nowhere = { file: '', line: 0, column: 0 };

/** Enough of a sentence to ask whether slots fit. */
function asking(kind: RecordKind): Asking {
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

function anySlot(kind: RecordKind, type: SlotType, deep: boolean): fc.Arbitrary<SlotTypes[SlotType]> {
  const slots: { readonly [Type in SlotType]: () => fc.Arbitrary<SlotTypes[Type]> } = {
    value: () => fc.oneof(anyPath(kind).map(fieldValue), ...numberOf(kind, deep)),
    operand: () =>
      fc.oneof(
        anyPath(kind).map(fieldValue),
        anyLiteral.map((literal): Value => ({ value: 'literal', literal })),
        ...numberOf(kind, deep),
      ),
    moment: () => anyMoment(kind),
    window: () => anyWindow(kind),
    order: () => fc.constantFrom(...orders),
    literals: () => fc.array(fc.oneof(anyText.map(textLiteral), anyNumber), { minLength: 1, maxLength: 4 }),
    words: () => fc.array(anyText, { minLength: 1, maxLength: 4 }),
    counted: () =>
      fc.record({
        how: fc.record({ count: fc.constantFrom('at least', 'at most', 'exactly'), number: fc.nat(5) }),
        records: anyRecords(kind, deep),
      }),
    weekdays: () => fc.subarray([...weekdays], { minLength: 1 }),
    links: () => anyLinks(kind),
    term: () => fc.constantFrom(...names.terms.map((term) => term.name)),
  };
  return slots[type]();
}

const anyText = fc.oneof(
  fc.constantFrom(
    'Website',
    'Content download',
    'New Business',
    'region',
    'is',
    'yes',
    'no',
    'now',
    'at least 60',
    'not',
    'On hold',
    'its lead',
    '2026-01-31',
    '5 EUR',
    "O'Neil",
    'Müller & Co',
    'the number of',
    'atleast',
    'Known',
  ),
  fc.string({ minLength: 1, maxLength: 8 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5 }),
);

const textLiteral = (text: string): Literal => ({ literal: 'text', text });
const anyNumber = fc
  .tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.nat(2))
  .map(([digits, decimals]): Literal => ({
    literal: 'number',
    number: Number((digits / 10 ** decimals).toFixed(decimals)) || 0,
  }));

const anyLiteral = fc.oneof(
  anyText.map(textLiteral),
  anyNumber,
  fc.record({
    literal: fc.constant('money' as const),
    minor: fc.integer({ min: -1e9, max: 1e9 }),
    currency: fc.constantFrom('EUR', 'USD'),
  }),
  fc.boolean().map((yes): Literal => ({ literal: 'yes-no', yes })),
);

function fieldValue(path: FieldPath): Value {
  return { value: 'field', path };
}

/** A field of the kind, or of one that up to two links lead to. */
function anyPath(kind: RecordKind, wanted: (field: Field) => boolean = () => true): fc.Arbitrary<FieldPath> {
  return anyLinks(kind).chain((links) => {
    const fields = kindAlong(names, kind.name, links)?.fields.filter(wanted) ?? [];
    const own = kind.fields.filter(wanted);
    const [from, through] = fields.length > 0 ? [fields, links] : [own, []];
    return fc
      .constantFrom(...from)
      .map((field) => ({ from: kind.name, links: through, field: field.name, type: field.type, figure: false }));
  });
}

function anyLinks(kind: RecordKind, length = 2): fc.Arbitrary<readonly string[]> {
  const none: fc.Arbitrary<readonly string[]> = fc.constant([]);
  const links = kind.fields.flatMap(({ name, type }) => (type.is === 'link' ? [{ name, to: type.to }] : []));
  if (length === 0 || links.length === 0) return none;
  const some = fc.constantFrom(...links).chain(({ name, to }) => {
    const target = catalogue.kinds.find((known) => known.name === to);
    const further = target ? anyLinks(target, length - 1) : none;
    return further.map((rest): readonly string[] => [name, ...rest]);
  });
  return fc.oneof(none, some);
}

function anyMoment(kind: RecordKind): fc.Arbitrary<Moment> {
  return fc.oneof(
    anyPath(kind, (field) => field.type.is === 'moment').map((path): Moment => ({
      moment: 'told',
      told: { value: 'field', path },
    })),
    fc
      .date({ min: new Date('2000-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
      .map((date): Moment => ({ moment: 'day', day: date.toISOString().slice(0, 10) })),
    fc.constant<Moment>({ moment: 'now' }),
  );
}

function anyWindow(kind: RecordKind): fc.Arbitrary<Window> {
  return fc.record({
    duration: fc.record({ amount: fc.integer({ min: 1, max: 1200 }), unit: fc.constantFrom(...units) }),
    side: fc.constantFrom('after', 'before'),
    anchor: anyMoment(kind),
  });
}

function anyWhen(kind: RecordKind): fc.Arbitrary<When | null> {
  // Days only, which fit moments of either precision.
  const days = anyWindow(kind).map((window): When => ({
    when: 'window',
    window: { ...window, duration: { ...window.duration, unit: 'days' } },
  }));
  const ordered = fc.record({
    when: fc.constant('order' as const),
    order: fc.constantFrom(...orders),
    than: anyMoment(kind),
  });
  return fc.oneof(fc.constant(null), days, ordered);
}

function anyRecords(kind: RecordKind, deep: boolean): fc.Arbitrary<Records> {
  return fc.constantFrom(...kind.related.map((relation) => relation.kind)).chain((name) => {
    const target = catalogue.kinds.find((known) => known.name === name) ?? kind;
    const terms = names.terms.filter((term) => term.kind === name).map((term) => term.name);
    return fc.record({
      kind: fc.constant(name),
      term: fc.constantFrom(null, ...terms),
      when: anyWhen(kind),
      where: deep ? fc.array(anyTest(target, false), { maxLength: 2 }) : fc.constant([]),
    });
  });
}

function numberOf(kind: RecordKind, deep: boolean): fc.Arbitrary<Value>[] {
  if (kind.related.length === 0) return [];
  return [anyRecords(kind, deep).map((records): Value => ({ value: 'number of', records }))];
}
