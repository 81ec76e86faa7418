/**
 * What an ingest does, one after the other: finds out whether anything is new, loads the files, makes keys unique, settles what only all files together
 * tell, follows history, merges records, resolves links, makes indexes, derives, writes the account, looks for what is odd, and writes all to the disk.
 */
export type IngestStep =
  | 'know'
  | 'load'
  | 'keys'
  | 'settle'
  | 'history'
  | 'merge'
  | 'links'
  | 'index'
  | 'derive'
  | 'account'
  | 'health'
  | 'write';

/** Hears each step when it begins; the one before has then ended. */
export type StepWatch = (step: IngestStep) => void;
