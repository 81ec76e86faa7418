import type { IdForm } from '../source.ts';

const checkLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * A Salesforce id of 15 characters, in which case counts, as the one of 18 that Salesforce's other exports write: behind it stands a character for
 * each five, which tells which of them are capitals. Any other text stays as it is.
 */
export function salesforceId(id: string): string {
  if (id.length !== 15 || !/^[A-Za-z0-9]{15}$/.test(id)) return id;
  let check = '';
  for (let from = 0; from < 15; from += 5) {
    let capitals = 0;
    for (let bit = 0; bit < 5; bit += 1) {
      const letter = id.charCodeAt(from + bit);
      if (letter >= 65 && letter <= 90) capitals += 1 << bit;
    }
    check += checkLetters[capitals] ?? '';
  }
  return id + check;
}

/** An id as a spreadsheet leaves it that took it for a number: `5.805E+18`. */
const damaged = /(?:^|[^A-Za-z0-9.,])\d(?:[.,]\d+)?[Ee]\+\d{1,3}(?![A-Za-z0-9])/;

export const damagedId = 'is an id that a spreadsheet has damaged: export again as text';

export function isDamaged(id: string): boolean {
  return id.includes('+') && damaged.test(id);
}

/** An id in the form of its file; '' stays ''. */
export function idIn(form: IdForm, id: string): string {
  if (id === '') return '';
  return form.prefix + (form.salesforce ? salesforceId(id) : id);
}
