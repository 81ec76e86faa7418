/** A list of records as a table of a page and as a file. */
import { caseHead, caseMoney, listCapped, notListed } from '../story/locale/en/at-risk.ts';
import { longDay } from '../story/locale/en/forms.ts';
import type { CaseColumn, CaseList } from '../values/cases.ts';
import { csvOf, type Cell } from './csv.ts';

export interface CasesTable {
  readonly columns: readonly { readonly head: string; readonly isNumber: boolean }[];
  readonly rows: readonly {
    readonly key: string;
    readonly link: string | null;
    readonly cells: readonly string[];
  }[];
  /** That not all are listed; '' where all are. */
  readonly capped: string;
}

/** What a page shows of a list: amounts with their currency, days in words. What no record has is no column, nor are keys that nobody can read. */
export function casesTable({ columns, cases, total }: CaseList): CasesTable {
  const shown = columns.flatMap((column, index) => {
    const isCurrency = columns[index - 1]?.is === 'money';
    const isFilled = cases.some(({ cells }) => cells[index] !== null);
    return isCurrency || column.is === 'key' || !isFilled ? [] : [{ column, index }];
  });
  return {
    columns: shown.map(({ column }) => ({ head: caseHead(column.name), isNumber: isNumber(column) })),
    rows: cases.map(({ key, link, cells }) => ({
      key,
      link,
      cells: shown.map(({ column, index }) => inWords(column, cells[index] ?? null, cells[index + 1] ?? null)),
    })),
    capped: cases.length < total ? listCapped(total, cases.length) : '',
  };
}

const isNumber = ({ is }: CaseColumn): boolean => is === 'money' || is === 'number';

function inWords({ is }: CaseColumn, cell: Cell, next: Cell): string {
  if (cell === null) return '';
  if (is === 'money' && typeof cell === 'number') return caseMoney(cell, String(next ?? ''));
  return is === 'day' ? longDay(String(cell)) : String(cell);
}

/** `api/records/SLUG/PERIOD.csv`: the records at risk, each with its page in the CRM; a last line tells how many more there are. */
export function casesFile({ columns, cases, total }: CaseList): string {
  const heads = ['key', 'link', ...columns.map(({ name }) => name)];
  const rows = cases.map(({ key, link, cells }): Cell[] => [key, link, ...cells]);
  const more = total - cases.length;
  const last = more > 0 ? [[notListed(more), ...heads.slice(1).map(() => null)]] : [];
  return csvOf(heads, [...rows, ...last]);
}
