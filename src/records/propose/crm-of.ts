import { bareName } from './known/known-column.ts';
import type { Crm } from './known/known-column.ts';
import { knownFor } from './known/known-for.ts';
import type { Profile } from './profile.ts';
import { tableSigns } from './table-signs.ts';

/** Which CRM may have written a table, and which of our records a row of it is. */
export interface TableGuess {
  readonly crm: Crm;
  readonly record: string;
  /** Whether nothing else comes near. */
  readonly sure: boolean;
  readonly why: string;
}

interface Weighed extends TableGuess {
  readonly weight: number;
}

/** Weights: a column of a name that any table may have counts little, a table's own sign much. */
const signWeight = 20;
const nearness = 0.7;

/** What a table may be, by its name, its header and its ids; best first, empty where nothing of it is known. */
export function tableOf(
  fileName: string,
  header: readonly string[],
  profiles: readonly Profile[],
): readonly TableGuess[] {
  const columns = columnsKnown(header);
  const signs = tableSigns(fileName, header.map(bareName), profiles);
  const pairs = new Map([...columns, ...signs].map(({ crm, record }) => [`${crm} ${record}`, { crm, record }]));
  const weighed = [...pairs.values()].map(({ crm, record }): Weighed => {
    const known = columns.filter((each) => each.crm === crm && each.record === record);
    const told = signs.filter((each) => each.crm === crm && each.record === record);
    const weight = told.length * signWeight + known.reduce((sum, each) => sum + each.weight, 0);
    return {
      crm,
      record,
      weight,
      sure: told.length > 0,
      why: whyOf(
        told.map(({ why }) => why),
        known.map(({ column }) => column),
        crm,
      ),
    };
  });
  const ranked = weighed.filter(({ weight }) => weight >= 2).toSorted((a, b) => b.weight - a.weight);
  const [best, second] = ranked;
  return ranked.map(({ crm, record, sure, why, weight }) => {
    const isSure = sure && weight === best?.weight && (second?.weight ?? 0) < weight * nearness;
    return { crm, record, sure: isSure, why };
  });
}

interface ColumnKnown {
  readonly crm: Crm;
  readonly record: string;
  readonly column: string;
  readonly weight: number;
}

/** Each column once for each record of a CRM; one that few tables have weighs more. */
function columnsKnown(header: readonly string[]): readonly ColumnKnown[] {
  return header.flatMap((column) => {
    const tables = new Map(knownFor(column).map(({ crm, record }) => [`${crm} ${record}`, { crm, record }]));
    return [...tables.values()].map(({ crm, record }) => ({ crm, record, column, weight: 1 + 1 / tables.size }));
  });
}

function whyOf(told: readonly string[], known: readonly string[], crm: Crm): string {
  const shown = known
    .slice(0, 4)
    .map((name) => `"${name}"`)
    .join(', ');
  const columns =
    known.length === 0
      ? []
      : [
          `${known.length} of its columns are called as ${crm === 'spreadsheet' ? 'in such lists' : `${crm} calls them`} (${shown})`,
        ];
  return [...told, ...columns].join('; ');
}
