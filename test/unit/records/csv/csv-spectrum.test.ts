import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { decoderFor } from '../../../../src/records/csv/decode.ts';
import { rowsOf } from './rows-of.ts';

/** The files of csv-spectrum, a collection to try CSV readers on (https://github.com/maxogden/csv-spectrum), each with what is in it as JSON. */
const collection = dirname(fileURLToPath(import.meta.resolve('csv-spectrum')));
const cases = readdirSync(join(collection, 'csvs')).map((name) => name.replace(/\.csv$/, ''));

/** Whose JSON tells of another file: of two lines as one object, with a number that is not in them. Read here by hand. */
const toldByHand: Readonly<Record<string, readonly Record<string, string>[]>> = {
  location_coordinates: [
    {
      'Contact Phone Number': '2095257564',
      'Location Coordinates': '37\uFFFD36\'37.8"N 121\uFFFD2\'17.9"W',
      Cities: 'Modesto',
      Counties: 'Stanislaus',
    },
  ],
};

const sizes = [1, 2, 3, 4, 5, Infinity];

function textOf(name: string): string {
  const bytes = readFileSync(join(collection, 'csvs', `${name}.csv`));
  const decoder = decoderFor(bytes, null);
  return decoder.decode(bytes) + decoder.end();
}

function told(name: string): unknown {
  return toldByHand[name] ?? JSON.parse(readFileSync(join(collection, 'json', `${name}.json`), 'utf8'));
}

test('the collection is there', () => {
  expect(cases).toHaveLength(12);
});

test.each(cases.flatMap((name) => sizes.map((size) => [name, size] as const)))(
  '%s, in pieces of %s letters, reads as the collection tells it',
  (name, size) => {
    const [header, ...rows] = rowsOf(textOf(name), size);
    const names = header?.values ?? [];
    const read = rows.map(({ values }) => Object.fromEntries(names.map((column, at) => [column, values[at]])));
    expect(read).toEqual(told(name));
    expect(rows.every(({ width, malformed }) => width === names.length && !malformed)).toBe(true);
  },
);
