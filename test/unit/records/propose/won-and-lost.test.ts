import { expect, test } from 'vitest';
import { chosenOf } from '../../../../src/records/propose/questions/won-and-lost.ts';

test.each([
  ['Closed Won', ['Closed Won']],
  ['Closed Won, Signed, paid', ['Closed Won', 'Signed, paid']],
  ['Signed', ['Signed']],
  ['Never heard of', []],
])('%s names of Closed Won, Signed and "Signed, paid": %j', (answer, chosen) => {
  expect(chosenOf(answer, ['Signed', 'Closed Won', 'Signed, paid'])).toEqual(chosen);
});
