import type { WholeRow } from './whole-row.ts';

/** Single values that are held back at most: a footer is short. */
const longestFooter = 200;

/** A line that may be the beginning of a footer. */
interface Loose {
  readonly row: WholeRow;
  /** An empty line parts it, or one before it that is held back, from the table. */
  readonly isApart: boolean;
}

/** Holds back single values until it is known whether they are a footer. */
export interface ReportFooter {
  /** The header is here. */
  begin(row: WholeRow): void;
  /** A line of a table with so many columns that no word tells apart from data. */
  data(row: WholeRow, columns: number): void;
  /** A line that is a footer by its words. */
  says(row: WholeRow): void;
  /** A line that is neither. */
  passes(row: WholeRow): void;
  end(): void;
}

/**
 * Tells a footer, in any language, by its shape: single values with words in them that an empty line parts from the table, and below which no row of
 * data follows. Beside a line that is known by its words, all single values are of the footer. All others are given as rows: a single value right
 * below the table may be a row that was cut off. In a text a single value has nothing that separates it; in a sheet all other cells are empty.
 */
export function reportFooter(
  isSheet: boolean,
  give: (row: WholeRow) => void,
  leaveOut: (rows: number) => void,
): ReportFooter {
  let loose: Loose[] = [];
  let isBelow = false;
  let lastLine = 0;

  /** Whether empty lines stand before a row. */
  function isParted(row: WholeRow): boolean {
    const isApart = lastLine > 0 && row.line > lastLine + 1;
    passes(row);
    return isApart;
  }

  function passes(row: WholeRow): void {
    const within = isSheet ? 0 : row.values.reduce((lines, value) => lines + value.split('\n').length - 1, 0);
    lastLine = row.line + within;
  }

  function isSingle(row: WholeRow): boolean {
    return isSheet
      ? row.wrong === null && row.values.filter((value) => value.trim() !== '').length === 1
      : row.width === 1;
  }

  function release(): void {
    for (const { row } of loose) give(row);
    loose = [];
  }

  function hold(row: WholeRow, isApart: boolean): void {
    if (isBelow) leaveOut(1);
    else loose.push({ row: { ...row, values: [...row.values] }, isApart: isApart || loose.at(-1)?.isApart === true });
  }

  return {
    begin: passes,
    passes,
    data(row, columns) {
      const isApart = isParted(row);
      if (columns > 1 && isSingle(row) && loose.length < longestFooter) return hold(row, isApart);
      release();
      isBelow = false;
      give(row);
    },
    says(row) {
      passes(row);
      leaveOut(loose.length + 1);
      loose = [];
      isBelow = true;
    },
    end() {
      const apart = loose.filter(({ isApart }) => isApart);
      const hasWords = apart.some(({ row }) => row.values.some((value) => /\S\s+\S/.test(value)));
      if (hasWords) loose = loose.filter(({ isApart }) => !isApart);
      release();
      if (hasWords) leaveOut(apart.length);
    },
  };
}
