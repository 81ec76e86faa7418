import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decoderFor } from '../../../../src/records/csv/decode.ts';
import { longestRow, longestValue } from '../../../../src/records/csv/split-rows.ts';
import { readShortly } from './rows-of.ts';

/** What the text is, the text below the header `a,b`, and its rows. */
const hostile: readonly (readonly [what: string, text: string, rows: readonly (readonly string[] | string)[]])[] = [
  ['no row', '', []],
  ['no last line end', '1,2', [['1', '2']]],
  ['no last line end behind a quote', '1,"2"', [['1', '2']]],
  ['a last line end that is cut in half', '1,2\r', [['1', '2']]],
  ['a last line end that is cut in half behind a quote', '1,"2"\r', [['1', '2']]],
  ['CRLF', '1,2\r\n"3","4"\r\n', [['1', '2'], ['3', '4']]],
  ['an empty last column', '1,\n"2",\n', [['1', ''], ['2', '']]],
  ['an empty last column without line end', '1,', [['1', '']]],
  ['an empty quoted last column', '1,""', [['1', '']]],
  ['empty columns alone', ',\n', [['', '']]],
  ['blank lines', '\n1,2\n\n\r\n3,4\n\n', [['1', '2'], ['3', '4']]],
  ['a line of a blank', ' \n1,2\n', [[' '], ['1', '2']]],
  ['a line of an empty quoted value', '""\n1,2\n', [[''], ['1', '2']]],
  ['a row too short and one too long', '1\n1,2,3\n4,5\n', [['1'], ['1', '2', '3'], ['4', '5']]],
  ['a separator within quotes', '"1,5",2\n', [['1,5', '2']]],
  ['CRLF within quotes', '"1\r\n5",2\n', [['1\r\n5', '2']]],
  ['line ends alone within quotes', '"\n\n",2\n', [['\n\n', '2']]],
  ['quotes within quotes', '"""1""",""""\n', [['"1"', '"']]],
  ['an escaped quote before a separator', '"1"",",2\n', [['1",', '2']]],
  ['a quote in the middle of a value', '1"5,2"\n', [['1"5', '2"']]],
  ['a quote behind a blank', ' "1",2\n', [[' "1"', '2']]],
  ['a backslash before a quote', '"1\\",2\n', [['1\\', '2']]],
  ['a value that goes on behind its quote', '"1"5,2\n3,4\n', [['1', '2'], 'malformed', ['3', '4']]],
  ['a blank behind a quote', '"1" ,2\n', [['1', '2'], 'malformed']],
  ['a lone return behind a quote', '"1"\r"2",3\n', [['1', '3'], 'malformed']],
  ['a lone return behind a quote, and a separator', '"1"\r,2\n', [['1', '2'], 'malformed']],
  ['a lone return in a value', '1\r5,2\n', [['1\r5', '2']]],
  ['a lone return at the end of a value', '1\r,2\n', [['1\r', '2']]],
  ['two returns before a line end', '1,2\r\r\n', [['1', '2\r']]],
  ['a lone quote at the end', '1,2\n3,"', [['1', '2'], 'endless in line 3, column 1']],
  ['a quote that is never closed', '1,2\n"3,4\n5,6\n', [['1', '2'], 'endless in line 3, column 0']],
  ['a quote that is closed by an escaped one only', '1,"2""\n', ['endless in line 2, column 1']],
  ['NUL', '1\0,\0\n', [['1\0', '\0']]],
  ['a mark of byte order that is none', '\uFEFF1,2\n', [['\uFEFF1', '2']]],
  ['letters of two units', '"💡","ł"\n', [['💡', 'ł']]],
  ['the separators of other files', '1;2\t3|4,5\n', [['1;2\t3|4', '5']]],
]; // prettier-ignore

test.each(hostile)('%s', (_, text, rows) => {
  for (const size of [1, 2, 3, 4, 5, Infinity])
    expect(readShortly(`a,b\n${text}`, size)).toEqual([['a', 'b'], ...rows]);
});

test('a value as long as is believed is read, and one that is longer is refused, whether it is quoted or not, wherever it is cut', () => {
  const [long, tooLong] = [longestValue - 1, longestValue].map((letters) => 'x'.repeat(letters));
  for (const size of [100_000, 999_999, Infinity]) {
    expect(readShortly(`a,b\n"${long}",2\n`, size)).toHaveLength(2);
    expect(readShortly(`a,b\n1,${long}x\n`, size)).toHaveLength(2);
    expect(readShortly(`a,b\n1,2\n3,"${tooLong}x"\n`, size).at(-1)).toBe('endless in line 3, column 1');
    expect(readShortly(`a,b\n1,2\n${tooLong}x,4\n`, size).at(-1)).toBe('endless in line 3, column 0');
    expect(readShortly(`a,b\n1,2\n"${tooLong}x","4"\n`, size).at(-1)).toBe('endless in line 3, column 0');
  }
});

test('a row that is longer than is believed is refused, however it is cut', () => {
  const text = `a,b\n1,2\n${','.repeat(longestRow + 1)}\n`;
  for (const size of [3_000_000, Infinity]) {
    expect(readShortly(text, size)).toEqual([['a', 'b'], ['1', '2'], 'endless in line 3, column null']);
  }
});

test('the mark of byte order at the beginning is no text, in whatever encoding', () => {
  for (const bytes of [
    Buffer.from('\uFEFFa,b\n1,2\n'),
    Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le'),
    Buffer.from('\uFEFFa,b\n1,2\n', 'utf16le').swap16(),
  ]) {
    const decoder = decoderFor(bytes, null);
    const text = [...bytes].map((byte) => decoder.decode(Buffer.from([byte]))).join('') + decoder.end();
    expect(readShortly(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  }
});

test('whatever stands in a file, the pieces that it comes in change nothing', () => {
  const sign = fc.constantFrom('a', 'ü', '💡', ',', '"', '""', '\n', '\r\n', '\r', '"a"', '"a",', ' ', '\0');
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 20 }), fc.integer({ min: 1, max: 7 }), (signs, size) => {
      const text = signs.join('');
      expect(readShortly(text, size)).toEqual(readShortly(text));
    }),
    { numRuns: 2000 },
  );
});
