import { expect, test } from 'vitest';
import { faultTable } from './fault-table.ts';

test('a row for each kind of fault, numbers to the right', () => {
  const reports = [
    {
      what: 'killed while reading',
      tried: 1200,
      held: 1199,
      found: '3 ended before',
      failures: ['once'],
      seconds: 61.4,
    },
    { what: 'full disk', tried: 5, held: 5, found: '', failures: [], seconds: null },
  ];
  expect(faultTable(reports)).toBe(
    `
| what                 | tried |  held | seconds | found          |
| -------------------- | ----: | ----: | ------: | -------------- |
| killed while reading | 1,200 | 1,199 |      61 | 3 ended before |
| full disk            |     5 |     5 |         |                |`.trimStart(),
  );
});
