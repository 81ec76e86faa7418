/**
 * Letters of the longest number, date, length of time or total that is believed. Of more, a pattern that goes back and forth over them would not
 * come to an end.
 */
export const longestWritten = 200;

/** A value that can't be used: its row is rejected. */
export class Refusal {
  readonly reason: string;
  constructor(reason: string) {
    this.reason = reason;
  }
}

/** A value whose form is neither certain nor declared: reading on would be guessing, so the file is at fault. */
export class Uncertain {
  readonly says: string;
  readonly fix: string;
  /** What is uncertain, where a column may be so in more than one way: each is told once. */
  readonly about: string;
  constructor(says: string, fix: string, about = '') {
    this.says = says;
    this.fix = fix;
    this.about = about;
  }
}

export const tooLong = new Refusal(`is longer than ${longestWritten} letters: no number, date or truth is`);
