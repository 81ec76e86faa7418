import type { RecordKind } from '../../values/catalogue.ts';
import type { Count, Counted, Records, Test, When } from '../../values/tree.ts';
import { whenMisfit } from '../moment-fits.ts';
import { recordsNames, type RecordsName } from '../names.ts';
import { pluralOf, withArticle } from '../plural.ts';
import {
  andThen,
  readName,
  readWords,
  reading,
  type Asking,
  type Misfit,
  type Reader,
  type Reading,
} from '../reading.ts';
import { sayRecords } from '../tree-in-words.ts';
import { readNumber, sayNumber } from './numbers.ts';
import { moment, order, window } from './moments.ts';
import type { Slot } from './slot.ts';

/** `a touch within 1 business day of assigned`, `at least 2 touches where kind is call and direction is out`. */
export const counted: Slot<Counted> = {
  means: 'how many related records: `a touch`, `no touch`, `at least 2 touches where kind is call`',
  read: (asking, from) =>
    andThen(readCount(asking, from), (how, next) =>
      andThen(readRecords(asking, next), (records, end) => [reading({ how, records }, end)]),
    ),
  say: ({ how, records }, saying) => {
    if (how.count === 'at least' && how.number === 1) return withArticle(sayRecords(records, 'one', saying));
    if (how.count === 'exactly' && how.number === 0) return `no ${sayRecords(records, 'many', saying)}`;
    return `${how.count} ${sayNumber(how.number)} ${sayRecords(records, how.number === 1 ? 'one' : 'many', saying)}`;
  },
};

/** Reads related records: `touches`, `touches within 5 days before assigned where kind is call and direction is out`. */
export const readRecords: Reader<Records> = (asking, from) =>
  andThen(readRecordsName(asking, from), (found, afterName) =>
    andThen(readWhen(asking, found.kind, afterName), (when, afterWhen) =>
      andThen(readWhere(asking, found.kind, afterWhen), (where, end) => {
        const records = { kind: found.kind.name, term: found.term, when, where };
        return [reading(records, end, unrelated(asking, found, from, afterName))];
      }),
    ),
  );

/** Reads the name of a term or of a record kind, singular or plural. */
export function readRecordsName(asking: Asking, from: number): Reading<RecordsName>[] {
  return readName(asking, from, recordsNames(asking.names), 'a term or a record');
}

const readCount: Reader<Count> = (asking, from) => {
  const article = readWords(asking, from, ['a']);
  if (article !== null) return [reading<Count>({ count: 'at least', number: 1 }, article)];
  const none = readWords(asking, from, ['no']);
  if (none !== null) return [reading<Count>({ count: 'exactly', number: 0 }, none)];
  return (['at least', 'at most', 'exactly'] as const).flatMap((count) => {
    const next = readWords(asking, from, count.split(' '));
    if (next === null) return [];
    return andThen(readNumber(asking, next), (number, end) => [
      reading({ count, number }, end, notWhole(number, next)),
    ]);
  });
};

function readWhen(asking: Asking, kind: RecordKind, from: number): Reading<When | null>[] {
  const within = window
    .read(asking, from)
    .map((found): Reading<When> => ({ ...found, value: { when: 'window', window: found.value } }));
  const ordered = andThen(order.read(asking, from), (how, next) =>
    andThen(moment.read(asking, next), (than, end): Reading<When>[] => [
      reading({ when: 'order', order: how, than }, end),
    ]),
  );
  const between = readBetween(asking, from);
  const happens = kind.fields.find((field) => field.name === kind.happens);
  const fitting = [...within, ...ordered, ...between].map((found) => {
    const misfit = whenMisfit(happens, found.value);
    return misfit ? { ...found, misfits: [...found.misfits, { ...misfit, from, to: found.next }] } : found;
  });
  return [reading(null, from), ...fitting];
}

function readBetween(asking: Asking, from: number): Reading<When>[] {
  const start = readWords(asking, from, ['between']);
  if (start === null) return [];
  return andThen(moment.read(asking, start), (first, afterFirst) => {
    const next = readWords(asking, afterFirst, ['and']);
    if (next === null) return [];
    return andThen(moment.read(asking, next), (last, end) => [
      reading<When>({ when: 'between', from: first, to: last }, end),
    ]);
  });
}

function readWhere(asking: Asking, kind: RecordKind, from: number): Reading<readonly Test[]>[] {
  const none = reading<readonly Test[]>([], from);
  const next = asking.nested ? null : readWords(asking, from, ['where']);
  if (next === null) return [none];
  return [none, ...readTests({ ...asking, kind, nested: true }, next)];
}

function readTests(asking: Asking, from: number): Reading<readonly Test[]>[] {
  return andThen(asking.test(asking, from), (test, next) => {
    const alone = reading<readonly Test[]>([test], next);
    const further = readWords(asking, next, ['and']);
    if (further === null) return [alone];
    return [alone, ...andThen(readTests(asking, further), (rest, end) => [reading([test, ...rest], end)])];
  });
}

function unrelated(asking: Asking, found: RecordsName, from: number, to: number): Misfit[] {
  const related = asking.kind.related.map((relation) => relation.kind);
  if (related.includes(found.kind.name)) return [];
  const says = `${withArticle(asking.kind.name)} has no ${found.kind.plural}`;
  const fix = related.length === 0 ? '' : `it has ${related.map(pluralOf).join(', ')}`;
  return [{ from, to, says, fix }];
}

function notWhole(number: number, at: number): Misfit[] {
  if (Number.isInteger(number) && number >= 0) return [];
  return [{ from: at, to: at + 1, says: 'records are counted in whole numbers', fix: '' }];
}
