import { closeSync, openSync, writeSync } from 'node:fs';
import { pageBytes } from './row-page.ts';

/** A file of pages, each written once, one after the other; the first one last. */
export interface PageFile {
  /** Its number, from 2 on. */
  write(page: Buffer): number;
  /** Writes the first page, and what is left. `make` gets the number of all pages. */
  finish(make: (pages: number) => Buffer): void;
  close(): void;
}

const pagesAtOnce = 32;

/** @throws where the disk does. */
export function pageFile(path: string): PageFile {
  const file = openSync(path, 'w');
  const piece = Buffer.alloc(pagesAtOnce * pageBytes);
  let waiting = 0;
  let written = 1;
  const flush = (): void => {
    writeAt(file, piece.subarray(0, waiting * pageBytes), written * pageBytes);
    written += waiting;
    waiting = 0;
  };
  return {
    write(page) {
      if (waiting === pagesAtOnce) flush();
      page.copy(piece, waiting * pageBytes);
      waiting += 1;
      return written + waiting;
    },
    finish(make) {
      flush();
      writeAt(file, make(written), 0);
    },
    close: () => closeSync(file),
  };
}

function writeAt(file: number, bytes: Buffer, place: number): void {
  for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at, bytes.length - at, place + at);
}
