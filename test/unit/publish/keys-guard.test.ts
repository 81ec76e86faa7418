import { expect, test } from 'vitest';
import { givenAway, likeKeys } from '../../../src/publish/keys-guard.ts';
import type { TextFile } from '../../../src/values/text-file.ts';
import { inStoreOf } from './stored-deals.ts';

async function* files(...texts: readonly [path: string, text: string][]): AsyncIterable<TextFile> {
  for (const [path, text] of texts) yield { path, text };
}

test('what could be a key has a digit and is long; a number is longer', () => {
  const text =
    'Proposal 2026-10 006Hw0000000001IAA metrics/won-by-clause row-00QHw0000000001IAA 1794211200 18273645546';
  expect([...likeKeys(text)].filter((word) => !word.startsWith('row-'))).toEqual([
    '006Hw0000000001IAA',
    '00QHw0000000001IAA',
    '18273645546',
  ]);
});

test('a page, a file and an attribute that hold a key are found; names, counts and keys of others are not', async () => {
  await inStoreOf(['006Hw0000000001IAA', '006Hw0000000002IAA'], async (store) => {
    const found = await givenAway(
      files(
        ['index.html', '<p>34 deals of Lindenhaus SE are late, 006Hw0000000009IAA is none of them.</p>'],
        ['deals/index.html', '<li id="risk-006Hw0000000001IAA">'],
        ['api/x.csv', 'key\r\n006Hw0000000002IAA\r\n'],
        ['a/index.html', '<a href="https://crm.example/deals/7">'],
      ),
      store,
    );
    expect(found.toSorted((one, other) => one.path.localeCompare(other.path))).toEqual([
      { path: 'a/index.html', what: 'a link into the CRM', says: 'https://crm.example/deals/' },
      { path: 'api/x.csv', what: 'the key of a record (opportunity)', says: '006Hw0000000002IAA' },
      { path: 'deals/index.html', what: 'the key of a record (opportunity)', says: '006Hw0000000001IAA' },
    ]);
  });
});
