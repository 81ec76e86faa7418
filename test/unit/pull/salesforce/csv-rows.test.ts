import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, rearranged, RowCutter, rowOf, textOfCell } from '../../../../src/pull/salesforce/csv-rows.ts';

const cell = fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', 'ü', '漢', ' '), maxLength: 6 });
const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 });

function partsOf(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const parts: Buffer[] = [];
  for (let from = 0, nth = 0; from < bytes.length; nth += 1) {
    const to = from + (sizes[nth % sizes.length] ?? 1);
    parts.push(bytes.subarray(from, to));
    from = to;
  }
  return parts;
}

describe('rows of CSV', () => {
  it('are cut where they end, however the bytes come', () => {
    fc.assert(
      fc.property(rows, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (written, sizes) => {
        const bytes = Buffer.from(written.map(rowOf).join(''));
        const cutter = new RowCutter();
        const got = partsOf(bytes, sizes).flatMap((part) => cutter.push(part) ?? []);
        expect(Buffer.concat(got.map(({ whole }) => whole))).toEqual(bytes);
        expect(got.reduce((sum, { count }) => sum + count, 0)).toBe(written.length);
        for (const { whole, count } of got) expect(parse(whole, { record_delimiter: '\n' })).toHaveLength(count);
        expect(cutter.end()).toBeNull();
      }),
    );
  });

  it('hold the same values in another order', () => {
    fc.assert(
      fc.property(rows, (written) => {
        const bytes = Buffer.from(written.map(rowOf).join(''));
        const other: unknown = parse(rearranged(bytes, [2, 0, 2]), { record_delimiter: '\n' });
        expect(other).toEqual(written.map(([first, , third]) => [third, first, third]));
      }),
    );
  });

  it('end without a line feed where a file does, and not within quotes', () => {
    const cutter = new RowCutter();
    expect(cutter.push(Buffer.from('"a"\n"b"'))).toEqual({ whole: Buffer.from('"a"\n'), count: 1 });
    expect(cutter.end()?.toString()).toBe('"b"\n');
    cutter.push(Buffer.from('"bro\nken'));
    expect(cutter.end()).toBeNull();
  });

  it('have cells, with or without quotes', () => {
    expect(cellsOf(Buffer.from('\uFEFF"Id",Name,"a ""b"", c"\r\n')).map(textOfCell)).toEqual([
      'Id',
      'Name',
      'a "b", c',
    ]);
  });
});
