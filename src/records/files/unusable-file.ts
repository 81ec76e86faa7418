/** A file that can't be read as what it says it is. It stops the run; `says` names what is wrong, and `fix` what to do. */
export class UnusableFile extends Error {
  readonly says: string;
  readonly fix: string;
  /** From 1. */
  readonly line: number;
  constructor(says: string, fix: string, line = 1) {
    super(says);
    this.says = says;
    this.fix = fix;
    this.line = line;
  }
}

/** Errors of the disk are the machine's; all others that reading a packed file meets are the file's own. */
export function isOfMachine(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
