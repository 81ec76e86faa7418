/** A random company with all that a reading needs, and how it is told where something does not hold of it. */
import fc, { type GeneratorValue } from 'fast-check';
import { anyAgreement } from './any-agreement.ts';
import { anyCompany, type AnyCompany } from './any-company.ts';
import { anyRecords, type AnyRecords } from './any-records.ts';
import { chanceOf, type Chance } from './chance.ts';
import { catalogue, readable } from './readable.ts';
import type { Agreement } from '../../src/values/agreement.ts';

export interface AnyCase {
  readonly chance: Chance;
  readonly company: AnyCompany;
  readonly records: AnyRecords;
  readonly agreement: Agreement;
}

/** What is found wrong in a case, a line each; none where all is as it should be. */
type Finding = (one: AnyCase) => Promise<readonly string[]>;

/** Looks for what is wrong in any company. What is found is told with all of it, and so is what breaks. */
export const inAnyCase =
  (find: Finding) =>
  async (draw: GeneratorValue): Promise<void> => {
    const chance = chanceOf(draw);
    const company = anyCompany(chance);
    const records = anyRecords(chance, catalogue, company);
    const { agreement, files } = readable(anyAgreement(chance, catalogue, company));
    if (agreement === null || agreement.metrics.length === 0) return fc.pre(false);
    const found = await find({ chance, company, records, agreement }).catch((error: unknown) => [String(error)]);
    if (found.length === 0) return undefined;
    const agreed = files.map(({ path, text }) => `${path}\n${text.trimEnd()}`);
    throw new Error([...found, '', ...agreed, '', ...rowsOf(records), `as of ${company.asOf}`].join('\n'));
  };

/** A line for each record, without what is empty. */
function rowsOf(records: AnyRecords): string[] {
  return Object.entries(records).flatMap(([kind, rows]) =>
    rows.map(({ key, cells }) => {
      const known = Object.entries(cells).filter(([, cell]) => cell !== null);
      return `${kind} ${key}: ${known.map(([column, cell]) => `${column} ${JSON.stringify(cell)}`).join(', ')}`;
    }),
  );
}
