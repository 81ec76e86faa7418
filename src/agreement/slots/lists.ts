import { andThen, readWords, reading, type Asking, type Reader, type Reading } from '../reading.ts';

/** Reads a list with commas, its last item also after `or`. */
export function readList<T>(asking: Asking, from: number, readItem: Reader<T>): Reading<readonly T[]>[] {
  return readItem(asking, from).flatMap((item) => {
    const alone = { ...item, value: [item.value] };
    const comma = asking.tokens[item.next]?.is === 'comma' ? item.next + 1 : null;
    const next = readWords(asking, comma ?? item.next, ['or']) ?? comma;
    if (next === null) return [alone];
    const longer = andThen([{ ...item, next }], (first, start) =>
      andThen(readList(asking, start, readItem), (rest, end) => [reading<readonly T[]>([first, ...rest], end)]),
    );
    return [alone, ...longer];
  });
}
