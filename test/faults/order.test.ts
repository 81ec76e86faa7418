import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { order } from './order.ts';

test('any order of arrival and any split of the same rows gives the same records, and what a plain reading tells', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-order-'));
  try {
    const reports = await order({ seed: 20261123, times: 3, folder, say: () => undefined });
    expect(reports.map(({ what, tried, held, failures }) => ({ what, tried, held, failures }))).toEqual(
      reports.map(({ what }) => ({ what, tried: 3, held: 3, failures: [] })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
