/**
 * The candidate that the written was most likely meant to be, or null where none is near: at most a third of its letters differ,
 * and never one of two. One abbreviation is never another one: SQL is no slip for MQL.
 * Case and blanks do not count, so that `atleast` is `at least`.
 */
export function closestWord(written: string, candidates: Iterable<string>): string | null {
  let closest: string | null = null;
  let least = Infinity;
  for (const candidate of candidates) {
    if (isAbbreviation(written) && isAbbreviation(candidate)) continue;
    const [one, other] = [squashed(written), squashed(candidate)];
    const most = Math.floor(other.length / 3);
    // Where more letters are there than may differ, nothing needs to be compared.
    if (Math.abs([...one].length - [...other].length) > most) continue;
    const distance = letterDistance(one, other);
    if (distance < least && distance <= most) {
      closest = candidate;
      least = distance;
    }
  }
  return closest;
}

const isAbbreviation = (text: string): boolean => /^\p{Lu}{2,4}$/u.test(text);

/** The text in lower case without its blanks. */
export function squashed(text: string): string {
  return text.toLowerCase().replace(/\s+/g, '');
}

/** How many letters must be added, dropped, replaced or swapped with their neighbour to make one text the other. */
export function letterDistance(one: string, other: string): number {
  const a = [...one];
  const b = [...other];
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, at(beforeLast, j - 2) + 1);
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
