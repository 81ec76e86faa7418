import { mkdtemp, readFile, rm, stat, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { madeAhead } from '../../../src/publish/made-ahead.ts';
import { palettePng } from '../../../src/publish/palette-png.ts';
import { pictureStore } from '../../../src/publish/picture-png.ts';
import { turningRules } from '../../../src/publish/wall.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'same-page-pictures-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const svg = (words: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><style>text { font: 650 20px 'Source Sans 3', sans-serif; fill: #17222b }</style><rect width="100%" height="100%" fill="#fff" /><text x="4" y="22">${words}</text></svg>`;

/** The numbers of the colours of each point, and the colours. */
function opened(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const lines = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  return { width, height, palette: chunks.get('PLTE') ?? Buffer.alloc(0), lines };
}

describe('a picture of few colours', () => {
  const red = [0xa5, 0x13, 0x1f, 0xff];
  const white = [0xff, 0xff, 0xff, 0xff];

  test('each point is the number of its colour, each line begins with its filter', async () => {
    const png = opened(await palettePng(Buffer.from([...white, ...red, ...red, ...white]), 2, 2));
    expect(png).toMatchObject({ width: 2, height: 2 });
    expect([...png.palette]).toEqual([0xff, 0xff, 0xff, 0xa5, 0x13, 0x1f]);
    expect([...png.lines]).toEqual([0, 0, 1, 0, 1, 0]);
  });

  test('of more than 256 colours near ones are joined, and the first ones stay as they are', async () => {
    const many = Array.from({ length: 1024 }, (_, index) => [index % 256, index >> 8, 0, 0xff]).flat();
    const png = opened(await palettePng(Buffer.from([...white, ...many]), 1025, 1));
    expect(png.palette.length / 3).toBeLessThanOrEqual(256);
    expect([...png.palette.subarray(0, 3)]).toEqual([0xff, 0xff, 0xff]);
  });
});

describe('a rendered picture', () => {
  test('has the size that was asked for, and words in it, in letters with accents too', async () => {
    const store = pictureStore(join(folder, 'one'), process.cwd());
    const [plain, accents, none] = await Promise.all([
      store.png('plain', svg('Muller'), 2),
      store.png('accents', svg('Müller'), 2),
      store.png('none', svg(''), 2),
    ]);
    const seen = [plain, accents, none].map(opened);
    for (const { width, height } of seen) expect([width, height]).toEqual([120, 60]);
    const inked = seen.map(({ lines }) => lines.filter((number) => number !== 0).length);
    expect(inked[2]).toBe(0);
    // A letter that the font lacks would be drawn as nothing: with their strokes and accents these are more ink.
    expect(inked[1]).toBeGreaterThan(inked[0] ?? 0);
  });

  test('has the letters of further Latin alphabets, on a machine without fonts too', async () => {
    const store = pictureStore(join(folder, 'five'), process.cwd());
    const inkOf = async (words: string) =>
      opened(await store.png(words, svg(words), 2)).lines.filter((number) => number !== 0).length;
    // Each pair is one letter more than the other word, or a letter with an accent more.
    for (const [less, more] of [['Gyr', 'Győr'], ['od', 'Łodź'], ['Zil', 'Žil'], ['Gyor', 'Győr']] as const)
      expect(await inkOf(more), more).toBeGreaterThan(await inkOf(less));
  }); // prettier-ignore

  test('is the same bytes however often it is rendered', async () => {
    const [once, again] = await Promise.all(
      ['two', 'three'].map((name) => pictureStore(join(folder, name), process.cwd()).png('it', svg('83%'), 1)),
    );
    expect(once?.equals(again ?? Buffer.alloc(0))).toBe(true);
  });

  test('is kept, and rendered anew only when it is another; a name has one file', async () => {
    const store = pictureStore(join(folder, 'four'), process.cwd());
    const path = join(folder, 'four', 'charts', 'it.png.kept');
    const first = await store.png('charts/it.png', svg('82%'), 1);
    const long = new Date(0);
    await utimes(path, long, long);
    expect((await store.png('charts/it.png', svg('82%'), 1)).equals(first)).toBe(true);
    expect((await stat(path)).mtimeMs).toBe(0);
    const other = await store.png('charts/it.png', svg('83%'), 1);
    expect(other.equals(first)).toBe(false);
    expect((await readFile(path)).subarray(64).equals(other)).toBe(true);
  });
});

test('pictures are begun a little before they are asked for, so many at a time, each once', async () => {
  const begun: string[] = [];
  const ask = madeAhead(
    ['a', 'b', 'c', 'd'],
    (name) => {
      begun.push(name);
      return Promise.resolve(name.toUpperCase());
    },
    2,
  );
  expect(await ask('a')).toBe('A');
  expect(begun).toEqual(['a', 'b']);
  expect(await ask('b')).toBe('B');
  expect(begun).toEqual(['a', 'b', 'c']);
  expect([await ask('c'), await ask('d'), await ask('other')]).toEqual(['C', 'D', 'OTHER']);
  expect(begun).toEqual(['a', 'b', 'c', 'd', 'other']);
});

test('who asks for a picture that can not be made is told why, and nobody else', async () => {
  const ask = madeAhead(
    ['a', 'b'],
    (name) => (name === 'b' ? Promise.reject(new Error('No.')) : Promise.resolve(1)),
    2,
  );
  expect(await ask('a')).toBe(1);
  await expect(ask('b')).rejects.toThrow('No.');
});

test('slides take turns: each is seen for its part of the round, one after another', () => {
  expect(turningRules(4).split('\n')).toEqual([
    '@keyframes turn { 0% { opacity: 1; z-index: 1; } 25%, 100% { opacity: 0; z-index: 0; } }',
    '.slide, .ways li::after { animation-duration: 80s; }',
    '.slide:nth-child(1), .ways li:nth-child(1)::after { animation-delay: -80s; }',
    '.slide:nth-child(2), .ways li:nth-child(2)::after { animation-delay: -60s; }',
    '.slide:nth-child(3), .ways li:nth-child(3)::after { animation-delay: -40s; }',
    '.slide:nth-child(4), .ways li:nth-child(4)::after { animation-delay: -20s; }',
  ]);
});
