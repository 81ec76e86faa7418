/** A picture of few colours as PNG: one byte for each of its points, a third of what four would take. */
import { promisify } from 'node:util';
import { crc32, deflate } from 'node:zlib';

const packed = promisify(deflate);
const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

/** What points are near enough to be one colour: 8 bits of red, green and blue each, so many of them kept. */
const masks = [0xffffff, 0xfcfcfc, 0xf8f8f8, 0xf0f0f0, 0xe0e0e0] as const;

interface Indexed {
  readonly colours: readonly number[];
  readonly lines: Buffer;
}

/** The points as numbers of colours, each line beginning with a 0: no filter. Null: there are more colours than a palette holds. */
function indexed(points: Uint32Array, width: number, height: number, mask: number): Indexed | null {
  const numbers = new Map<number, number>();
  const colours: number[] = [];
  const lines = Buffer.alloc((width + 1) * height);
  let last = -1;
  let number = 0;
  for (let y = 0, from = 0, to = 1; y < height; y++, to++) {
    for (let x = 0; x < width; x++, from++, to++) {
      const point = points[from] ?? 0;
      if (point !== last) {
        last = point;
        const near = point & mask;
        const known = numbers.get(near);
        number = known ?? colours.length;
        if (known === undefined) {
          if (number === mostColours) return null;
          numbers.set(near, number);
          // The first of those that are near stands for them: paper and ink stay what they are.
          colours.push(point & 0xffffff);
        }
      }
      lines[to] = number;
    }
  }
  return { colours, lines };
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/**
 * `pixels`: red, green, blue and how opaque (all of it) of each point, line by line. Colours are joined with near ones until a palette
 * holds them. The same points give the same bytes.
 */
export async function palettePng(pixels: Buffer, width: number, height: number): Promise<Buffer> {
  const points = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  let found: Indexed | null = null;
  for (const mask of masks) found ??= indexed(points, width, height, mask);
  if (!found) throw new Error('Expected a picture of at most 256 colours of 3 bits each');
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // 8 bits a point, by a palette.
  head.set([8, 3], 8);
  const palette = Buffer.from(found.colours.flatMap((rgb) => [rgb & 0xff, (rgb >> 8) & 0xff, (rgb >> 16) & 0xff]));
  const data = await packed(found.lines, { level: 4 });
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
