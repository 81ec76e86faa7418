import fc from 'fast-check';
import { alike, gatheredMisfit } from '../../../src/agreement/fits.ts';
import { distanceMisfit, partMisfit, whenMisfit } from '../../../src/agreement/moment-fits.ts';
import { kindOf, kindAlong, fieldNames, type Names } from '../../../src/agreement/names.ts';
import { calculationMisfit, elseMisfit } from '../../../src/agreement/step-fits.ts';
import { typeOfValue } from '../../../src/agreement/value-type.ts';
import type { MomentType, RecordKind } from '../../../src/values/catalogue.ts';
import {
  calculations,
  dateParts,
  edgeGrains,
  gatherings,
  orders,
  units,
  type Beyond,
  type Condition,
  type Edge,
  type FieldPath,
  type Moment,
  type Records,
  type Told,
  type Value,
  type ValueType,
  type When,
  type Window,
} from '../../../src/values/tree.ts';
import { anyDay, anyDuration, anyLiteral, anyText, literalOf } from './any-literal.ts';

/** Where a value stands: which names there are, whose record it is, and how deep it may still go. */
export interface Standing {
  readonly names: Names;
  readonly kind: RecordKind;
  /** Behind a `where`: no step there, and no second `where`. */
  readonly nested: boolean;
  /** Within the time of related records: whatever is said more of a picked record could be said of them as well. */
  readonly besideRecords: boolean;
  /** Tests of related records. */
  readonly test: (standing: Standing) => fc.Arbitrary<Condition>;
}

type Wanted = (type: ValueType) => boolean;
const anything: Wanted = () => true;
const moments: Wanted = (type) => type.is === 'moment';

/** Any value that is no bare literal. */
export function anyValue(at: Standing): fc.Arbitrary<Value> {
  const part = anyPart(at);
  return at.nested ? part : fc.oneof({ weight: 3, arbitrary: part }, { weight: 1, arbitrary: anyStep(at) });
}

/** A value that can be compared with one of a type: mostly a literal, or a field of that type. */
export function anyOperand(at: Standing, type: ValueType): fc.Arbitrary<Value> {
  const literal = literalOf(type).map((made): Value => ({ value: 'literal', literal: made }));
  const told = anyTold(at, (other) => alike(type, other));
  return fc.oneof(literal, told ?? literal, anyValue(at));
}

/** Any moment. */
export function anyMoment(at: Standing): fc.Arbitrary<Moment> {
  const told = anyTold(at, moments)?.map((made): Moment => ({ moment: 'told', told: made }));
  const day = anyDay.map((made): Moment => ({ moment: 'day', day: made }));
  const now = fc.constant<Moment>({ moment: 'now' });
  const plain = fc.oneof(...(told ? [told, told] : []), day, now);
  return fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 1, arbitrary: anyEdge(plain) },
    { weight: 1, arbitrary: anyBeyond(plain) },
  );
}

/** Any edge of a period, of one that a moment lies in or of that which is counted. */
function anyEdge(of: fc.Arbitrary<Moment>): fc.Arbitrary<Edge> {
  const which = fc.constantFrom('start' as const, 'end' as const);
  return fc.oneof(
    fc.record({ moment: fc.constant('edge' as const), which, grain: fc.constantFrom(...edgeGrains), of }),
    fc.record({ moment: fc.constant('period' as const), which }),
  );
}

/** The later or earlier of any two. */
function anyBeyond(of: fc.Arbitrary<Moment>): fc.Arbitrary<Beyond> {
  const which = fc.constantFrom('later' as const, 'earlier' as const);
  return fc.record({ moment: fc.constant('beyond' as const), which, one: of, other: of });
}

/** Any window whose unit suits moments of either precision. */
export function anyWindow(at: Standing): fc.Arbitrary<Window> {
  return fc.record({ duration: anyDuration, side: fc.constantFrom('after', 'before'), anchor: anyMoment(at) });
}

/** Any records that belong to one of the kind; null where none do. */
export function anyRecords(at: Standing): fc.Arbitrary<Records> | null {
  const kinds = at.kind.related.flatMap(({ kind }) => kindOf(at.names, kind) ?? []);
  if (kinds.length === 0) return null;
  return fc.constantFrom(...kinds).chain((kind) => {
    const terms = at.names.terms.filter((term) => term.kind === kind.name).map((term) => term.name);
    const happens = kind.fields.find(({ name }) => name === kind.happens);
    return fc.record({
      kind: fc.constant(kind.name),
      term: fc.constantFrom(null, ...terms),
      when: anyWhen(at).map((when) => (when === null || whenMisfit(happens, when) ? null : when)),
      where: at.nested
        ? fc.constant([])
        : fc.array(at.test({ ...at, kind, nested: true, besideRecords: false }), { maxLength: 2 }),
    });
  });
}

/** Any path to a field or figure of a type that is wanted; null where there is none. */
export function anyPath(
  at: Pick<Standing, 'names' | 'kind'>,
  wanted: Wanted = anything,
): fc.Arbitrary<FieldPath> | null {
  const paths = [[], ...linksOf(at, 2)].flatMap((links) => {
    const end = kindAlong(at.names, at.kind.name, links);
    if (!end) return [];
    return fieldNames(at.names, end)
      .map(({ is }) => ({ from: at.kind.name, links, field: is.name, type: is.type(), figure: is.figure }))
      .filter(({ type }) => wanted(type));
  });
  return paths.length === 0 ? null : fc.constantFrom(...paths);
}

/** Every way along links, up to so many of them. */
export function linksOf({ names, kind }: Pick<Standing, 'names' | 'kind'>, length: number): (readonly string[])[] {
  if (length === 0) return [];
  return kind.fields.flatMap(({ name, type }) => {
    const to = type.is === 'link' ? kindOf(names, type.to) : undefined;
    if (!to) return [];
    return [[name], ...linksOf({ names, kind: to }, length - 1).map((rest) => [name, ...rest])];
  });
}

function anyTold(at: Standing, wanted: Wanted): fc.Arbitrary<Told> | null {
  const path = anyPath(at, wanted)?.map((made): Told => ({ value: 'field', path: made }));
  const picked = anyPicked(at, wanted);
  const entered =
    at.kind.history && wanted({ is: 'moment', precision: 'instant', may: 'be a fact' }) ? [anyEntered(at)] : [];
  const all = [...(path ? [path, path] : []), ...(picked ? [picked] : []), ...entered];
  return all.length === 0 ? null : fc.oneof(...all);
}

function anyPicked(at: Standing, wanted: Wanted): fc.Arbitrary<Told> | null {
  const records = anyRecords(at);
  if (!records) return null;
  const made = records.chain((some) => {
    const kind = kindOf(at.names, some.kind);
    const path = kind && anyPath({ ...at, kind }, wanted);
    if (!kind || !path) return fc.constant(null);
    const ordering = kind.fields.filter(({ type }) => ['number', 'money', 'moment'].includes(type.is));
    return fc
      .tuple(
        fc.constantFrom<Which[]>('first', 'last', ...beside(kind, at)),
        fc.constantFrom(null, ...(at.besideRecords || at.nested ? [] : ordering.map(({ name }) => name))),
        path,
      )
      .map(([which, by, end]): Told => {
        const plain = at.besideRecords ? { ...some, when: null, where: [] } : some;
        return { value: 'picked', pick: { which, records: plain, by }, path: end };
      });
  });
  const plain = anyPath(at, wanted);
  return plain
    ? fc.tuple(made, plain).map(([told, path]): Told => told ?? { value: 'field', path })
    : made.filter((told) => told !== null);
}

type Which = Extract<Told, { readonly value: 'picked' }>['pick']['which'];

const beside = (kind: RecordKind, at: Standing): Which[] => (kind.name === at.kind.name ? ['previous', 'next'] : []);

function anyEntered({ names, kind }: Standing): fc.Arbitrary<Told> {
  const rows = kind.history && kindOf(names, kind.history.kind);
  const happens = rows?.fields.find(({ name }) => name === rows.happens)?.type;
  const type: MomentType =
    happens?.is === 'moment' ? happens : { is: 'moment', precision: 'instant', may: 'be a fact' };
  const ordered = names.orders.find(({ fields }) =>
    fields.some((field) => field.kind === kind.name && field.field === kind.history?.field),
  );
  const choice = ordered ? fc.constantFrom(...ordered.choices) : anyText;
  return fc.record({
    value: fc.constant('entered' as const),
    which: fc.constantFrom('first', 'last'),
    choice,
    type: fc.constant(type),
  });
}

function anyPart(at: Standing): fc.Arbitrary<Value> {
  const told = anyTold(at, anything) ?? anyDistance(at);
  const records = anyRecords(at);
  const gathered = records
    ? [records.map((some): Value => ({ value: 'number of', records: some })), anyGathered(at)]
    : [];
  const partOf = fc
    .tuple(fc.constantFrom(...dateParts), anyMoment(at))
    .map(([part, of]): Value => ({ value: 'part of', part: partMisfit(part, of) ? 'year' : part, of }));
  const edge = anyEdge(anyMoment(at)).map((made): Value => ({ value: 'edge', edge: made }));
  const beyond = anyBeyond(anyMoment(at)).map((made): Value => ({ value: 'beyond', beyond: made }));
  return fc.oneof(told, told, anyDistance(at), partOf, edge, beyond, ...gathered.filter((some) => some !== null));
}

function anyDistance(at: Standing): fc.Arbitrary<Value> {
  return fc
    .record({ unit: fc.constantFrom(...units), from: anyMoment(at), to: anyMoment(at) })
    .map(({ unit, from, to }): Value => ({
      value: 'distance',
      unit: distanceMisfit(unit, from, to) ? 'days' : unit,
      from,
      to,
    }));
}

function anyGathered(at: Standing): fc.Arbitrary<Value> | null {
  const records = anyRecords(at);
  if (!records) return null;
  return records.chain((some) => {
    const kind = kindOf(at.names, some.kind);
    const path = kind && anyPath({ ...at, kind }, (type) => ['number', 'money', 'duration'].includes(type.is));
    const counted: Value = { value: 'number of', records: some };
    if (!path) return fc.constant(counted);
    return fc
      .tuple(fc.constantFrom(...gatherings), path)
      .map(([how, of]): Value => (gatheredMisfit(of, how) ? counted : { value: 'gathered', how, of, records: some }));
  });
}

function anyStep(at: Standing): fc.Arbitrary<Value> {
  const literal = anyLiteral.map((made): Value => ({ value: 'literal', literal: made }));
  const left = fc.oneof({ weight: 4, arbitrary: anyPart(at) }, { weight: 1, arbitrary: literal });
  const calculated = fc.tuple(left, fc.constantFrom(...calculations)).chain(([one, how]) =>
    fc
      .oneof(
        literalOf(typeOfValue(one)).map((made): Value => ({ value: 'literal', literal: made })),
        literal,
        anyPart(at),
      )
      .map((other): Value => ({ value: 'calculated', how, left: one, right: other })),
  );
  const either = anyPart(at).chain((one) =>
    fc
      .oneof(
        literalOf(typeOfValue(one)).map((made): Value => ({ value: 'literal', literal: made })),
        anyPart(at),
      )
      .map((other): Value => ({ value: 'or else', first: one, second: other })),
  );
  return fc.tuple(fc.oneof(calculated, either), anyPart(at)).map(([step, plain]) => (stepFits(step) ? step : plain));
}

function stepFits(step: Value): boolean {
  if (step.value === 'or else') return elseMisfit(step.first, step.second) === null;
  if (step.value !== 'calculated') return true;
  const text =
    step.left.value === 'literal' && (step.left.literal.literal === 'text' || step.left.literal.literal === 'yes-no');
  return !text && calculationMisfit(step.how, step.left, step.right) === null;
}

function anyWhen(at: Standing): fc.Arbitrary<When | null> {
  const beside = { ...at, besideRecords: true };
  const window = anyWindow(beside).map((made): When => ({ when: 'window', window: made }));
  const order = fc.record({
    when: fc.constant('order' as const),
    order: fc.constantFrom(...orders),
    than: anyMoment(beside),
  });
  const between = fc.record({
    when: fc.constant('between' as const),
    from: anyMoment(beside),
    to: anyMoment(beside),
  });
  return fc.oneof(fc.constant(null), window, order, between);
}
