import type { ExportFile, Row } from './columns.ts';
import type { ExportFiles } from './export-files.ts';

/** One way in which exports are dirty: about every so many rows of a file, the next row that could have it. */
interface Fault {
  readonly file: ExportFile;
  readonly every: number;
  readonly fits: (row: AnyRow) => boolean;
  /** The row as it stands in the file; 'again' writes it twice. */
  readonly becomes: 'again' | AnyRow;
}
type AnyRow = Readonly<Record<string, string | boolean | undefined>>;

const everyRow = (): boolean => true;

/** Few enough that far less than one row in a hundred has to be rejected in any file. */
const faults: readonly Fault[] = [
  { file: 'Lead', every: 480, fits: everyRow, becomes: 'again' },
  {
    file: 'Lead',
    every: 450,
    fits: (row) => row['Retry_On__c'] !== '' && row['Would_Be_Good_When__c'] === '',
    becomes: { Retry_On__c: '31/02/2026' },
  },
  { file: 'LeadHistory', every: 1900, fits: everyRow, becomes: 'again' },
  {
    file: 'LeadHistory',
    every: 2500,
    fits: (row) => row['Field'] === 'Owner' && row['DataType'] === 'Text',
    becomes: { Id: '' },
  },
  { file: 'Task', every: 700, fits: everyRow, becomes: 'again' },
  { file: 'Task', every: 600, fits: (row) => row['Automated__c'] === true, becomes: { Id: '' } },
  { file: 'Task', every: 750, fits: (row) => row['TaskSubtype'] === 'Task', becomes: { ActivityDate: '31/02/2026' } },
  { file: 'CampaignMember', every: 350, fits: everyRow, becomes: 'again' },
  {
    file: 'CampaignMember',
    every: 380,
    fits: (row) => row['HasResponded'] === true,
    becomes: { FirstRespondedDate: '2025-02-30' },
  },
  { file: 'CampaignMember', every: 520, fits: everyRow, becomes: { Id: '' } },
  { file: 'Contact', every: 260, fits: everyRow, becomes: 'again' },
  {
    file: 'Opportunity',
    every: 230,
    fits: (row) => row['NextStep'] !== '' && row['Type'] !== 'New Business',
    becomes: { Next_Step_Date__c: '2025-02-30' },
  },
  { file: 'OpportunityHistory', every: 900, fits: everyRow, becomes: 'again' },
];

/** Makes the rows on their way to an export as dirty as real ones: impossible dates, missing ids, rows that come twice. */
export function withDirt(files: ExportFiles): ExportFiles {
  const waited = faults.map(() => 0);
  return {
    close: () => files.close(),
    write<F extends ExportFile>(file: F, row: Row<F>): void {
      const due = faults.findIndex(
        (fault, index) => fault.file === file && ++waited[index]! >= fault.every && fault.fits(row),
      );
      if (due < 0) return files.write(file, row);
      waited[due] = 0;
      const { becomes } = faults[due]!;
      files.write(file, becomes === 'again' ? row : { ...row, ...becomes });
      if (becomes === 'again') files.write(file, row);
    },
  };
}
