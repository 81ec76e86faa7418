import { pageBytes } from './row-page.ts';
import { mostOfVarint, writeVarint } from './varint.ts';

/** Pages of one level of a table, each with the number of its last row. */
export interface Level {
  readonly pages: readonly number[];
  readonly last: readonly number[];
}

const header = 12;
const interiorOfTable = 0x05;
const fanOut = Math.floor((pageBytes - header) / (2 + 4 + mostOfVarint));

/** Writes the pages that lead to those of a level, up to the one that leads to all; returns its number. (https://sqlite.org/fileformat2.html, section 1.6) */
export function writeUpperPages({ pages, last }: Level, writePage: (page: Buffer) => number): number {
  if (pages.length <= 1) return pages[0] ?? 0;
  const groups = Math.ceil(pages.length / fanOut);
  // Groups of one size: none has a page alone.
  const size = Math.ceil(pages.length / groups);
  const upper = Array.from({ length: groups }, (_, group) => {
    const [from, to] = [group * size, (group + 1) * size];
    const below = { pages: pages.slice(from, to), last: last.slice(from, to) };
    return { page: writePage(leadingTo(below)), last: below.last.at(-1) ?? 0 };
  });
  return writeUpperPages({ pages: upper.map(({ page }) => page), last: upper.map((each) => each.last) }, writePage);
}

function leadingTo({ pages, last }: Level): Buffer {
  const page = Buffer.alloc(pageBytes);
  let free = pageBytes;
  for (const [index, child] of pages.slice(0, -1).entries()) {
    free = writeVarint(page, last[index] ?? 0, free) - 4;
    page.writeUInt32BE(child, free);
    page.writeUInt16BE(free, header + 2 * index);
  }
  page[0] = interiorOfTable;
  page.writeUInt16BE(pages.length - 1, 3);
  page.writeUInt16BE(free, 5);
  page.writeUInt32BE(pages.at(-1) ?? 0, 8);
  return page;
}
