/** Where a record's row stands, as one number that grows with the order of reading: file, line, and which of the row's records. */
export const giftsOfRow = 256;
const placesOfFile = 2 ** 36;

/** The place of a row's first record; the next ones follow it. */
export function placeOf(file: number, line: number): number {
  return file * placesOfFile + line * giftsOfRow;
}

/** The place of the row's first record. */
export function rowOf(place: number): number {
  return place - (place % giftsOfRow);
}

export function fileOf(place: number): number {
  return Math.floor(place / placesOfFile);
}

export function lineOf(place: number): number {
  return Math.floor((place % placesOfFile) / giftsOfRow);
}

/** First and last place of a file. */
export function placesOf(file: number): { readonly first: number; readonly last: number } {
  return { first: file * placesOfFile, last: (file + 1) * placesOfFile - 1 };
}
