import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { soak } from './soak.ts';

test('ten nightly deltas come to what one whole export of the last day gives', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'same-page-soak-'));
  try {
    const reports = await soak({ seed: 20261123, times: 10, folder, say: () => undefined });
    expect(reports.map(({ tried, held, failures }) => ({ tried, held, failures }))).toEqual([
      { tried: 10, held: 10, failures: [] },
      { tried: 1, held: 1, failures: [] },
      { tried: 1, held: 1, failures: [] },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
