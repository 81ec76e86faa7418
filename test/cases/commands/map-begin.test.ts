import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from './run-command.ts';

it('map writes no source of a table that it does not know, and says what is still open in one that it writes', async () => {
  const data = await mkdtemp(join(tmpdir(), 'same-page-map-'));
  try {
    await mkdir(join(data, 'exports'));
    const [unknown, deals] = [join(data, 'exports', 'Shelf.csv'), join(data, 'exports', 'deals-13492048-27.csv')];
    await writeFile(unknown, 'Shelf,Colour\n1,red\n2,blue\n');
    const header = '"Deal - ID","Deal - Value","Deal - Stage","Deal - Status","Deal - Deal created"';
    await writeFile(deals, `${header}\n"1","12000","Signed","Won","2026-01-05 09:15:22"\n`);
    const none = await runCommand('map', unknown, '--data', data, '--write');
    expect([none.status, none.out.trimEnd().split('\n').at(-1)]).toEqual([
      0,
      'Nothing is written for Shelf.csv: say what its rows are, or leave the file out if nothing counts them.',
    ]);
    const some = await runCommand('map', deals, '--data', data, '--write');
    expect(some.status).toBe(0);
    expect(some.out).toContain('deals.yml. Still open in it: time zone; --answer and --replace answer it');
    expect(await readdir(join(data, 'sources'))).toEqual(['deals.yml']);
  } finally {
    await rm(data, { recursive: true, force: true });
  }
});
