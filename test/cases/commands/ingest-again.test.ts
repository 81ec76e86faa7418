import { appendFile, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copySample, runCommand } from './run-command.ts';

it('reads exports once, and then says from when they are, until something changes', { timeout: 60_000 }, async () => {
  const { data, done } = await copySample();
  try {
    await writeFile(join(data, 'exports', 'Quotas.csv'), 'Year,Quota\n2026,50\n');
    const database = join(data, 'same-page.db');
    const seen = async (): Promise<readonly unknown[]> => [(await stat(database, { bigint: true })).mtimeNs, await readFile(database)]; // prettier-ignore
    const ingest = (...how: string[]) => runCommand('ingest', '--data', data, ...how);

    const first = await ingest('--now', '2026-11-09T06:40:00Z');
    expect(first.out).toMatch(/^[\d,]+ rows of 14 files read, \d+ rows? turned away\.\n$/);
    const stood = await seen();
    const second = await ingest('--now', '2026-11-10T06:40:00Z');
    expect(second).toEqual({
      ...first,
      out: `Nothing new: the exports are those of 2026-11-09T06:40:00Z. ${first.out}`,
    });
    const accounts = [await ingest('--json'), await ingest('--json', '--fresh')].map(
      ({ out }) => JSON.parse(out) as object,
    );
    expect(accounts[0]).toEqual(accounts[1]);
    expect(await seen()).not.toEqual(stood);

    // What decides no record has the agreement read, and no export.
    await appendFile(join(data, 'agreement', 'calendars.yml'), '# looked at\n');
    expect((await ingest()).out).toContain('Nothing new');
    const known = await seen();
    expect((await ingest()).out).toContain('Nothing new');
    expect(await seen()).toEqual(known);

    // A fault is one whether or not exports would be read.
    await appendFile(join(data, 'agreement', 'calendars.yml'), 'nonsense: [\n');
    expect((await ingest()).status).toBe(1);
    expect(await seen()).toEqual(known);
  } finally {
    await done();
  }
});
