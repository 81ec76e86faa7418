import type { About } from './about.ts';
import { filledFields } from './about.ts';
import type { Column } from './columns-of.ts';
import { typeOf } from './type-of.ts';

/** What is written in a way that may have to be declared: by the key that declares it. */
export type WrittenKey = 'dates' | 'instants' | 'numbers';

/** The columns that are read as such, each once. */
export function columnsWritten(about: About, key: WrittenKey): readonly Column[] {
  const found = filledFields(about).filter(({ field, record }) => {
    const type = typeOf(record, field);
    if (type?.is === 'moment') return key === (type.precision === 'day' ? 'dates' : 'instants');
    const isLength = typeof field.says !== 'string' && field.says['lasts in'] !== undefined;
    return key === 'numbers' && (type?.is === 'number' || type?.is === 'money') && !isLength;
  });
  return [...new Set(found.map(({ column }) => column))];
}

/** Their values, each once, without those that stand for none. */
export function writtenIn(columns: readonly Column[]): readonly string[] {
  const texts = columns.flatMap(({ values, profile }) =>
    values.map((value) => value.trim()).filter((value) => value !== '' && !profile.emptyWords.includes(value)),
  );
  return [...new Set(texts)];
}
