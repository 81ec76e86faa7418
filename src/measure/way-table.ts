/** The temporary table with the ways of filling what records lack: `way`, from 0 (as they are), and a filler for each field. */
export const wayTable = 'measured_way';

export const fillerColumn = (index: number): string => `filler_${index}`;
