/** A ledger that lacks what has to be fixed is built with in `test/browser/built-again.test.ts`. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countOnly } from './count-only.ts';
import { copySample, runCommand } from './run-command.ts';

let sample: Awaited<ReturnType<typeof copySample>>;
let file: string;
let committed: string;
beforeAll(async () => {
  sample = await copySample();
  file = join(sample.data, 'published', 'marks.csv');
  committed = await readFile(file, 'utf8');
});
afterAll(() => sample.done());

const build = (data: string) =>
  runCommand('build', '--data', data, '--out', join(data, 'site'), '--now', '2026-11-09T06:40:00Z');

/** The promise that is looked at, and its pair. */
const few = ['followed-up-in-time', 'handed-over-in-time', 'leads-accepted'];

it('a build to try a draft leaves the marks of closed periods as they are, adds none, and the page shows the fixed one beside another number', async () => {
  const line = /^(followed-up-in-time,month,2026-10,.*),slipping,,[\d.]+,/m;
  const edited = withoutOctober(committed.replace(line, '$1,kept,,0.95,'), ['inquiries', 'followed-up-in-time']);
  expect(edited).toContain(',kept,,0.95,');
  const draft = await copySample();
  await countOnly(draft.data, few);
  const marks = join(draft.data, 'published', 'marks.csv');
  await writeFile(marks, edited);
  const { status, out } = await build(draft.data);
  expect([status, out]).toEqual([0, expect.not.stringContaining('marks were fixed')]);
  expect(await readFile(marks, 'utf8')).toBe(edited);
  const page = await readFile(join(draft.data, 'site', 'metrics', 'followed-up-in-time', 'index.html'), 'utf8');
  expect(page).toContain('October closed as kept at 95%, and that stands; today it is 83%.');
  const json = await readFile(join(draft.data, 'site', 'api', 'metrics', 'followed-up-in-time.json'), 'utf8');
  expect(JSON.parse(json)).toMatchObject({ mark: 'kept', latest: { mark: 'kept' } });
  await draft.done();
});

/** A ledger in which October is fixed for some metrics only. */
function withoutOctober(ledger: string, but: readonly string[]): string {
  const stays = (line: string) => !line.includes(',2026-10,') || but.some((metric) => line.startsWith(`${metric},`));
  return ledger.split('\n').filter(stays).join('\n');
}

it('a line that can’t be read stops the run at its place, with the other faults; no command but a build writes', async () => {
  await writeFile(file, committed.replace(',slipping,', ',slipped,'));
  const { status, err } = await runCommand('check', '--data', sample.data);
  expect(status).toBe(1);
  expect(err).toMatch(
    /published\/marks\.csv:\d+:\d+ {2}Expected one of kept, slipping, broken, none for mark, got "slipped"\. put/i,
  );
  await writeFile(file, committed);
  const published = join(sample.data, 'nowhere');
  for (const command of ['ingest', 'measure'])
    expect((await runCommand(command, '--data', sample.data, '--published', published)).status).toBe(0);
  expect(existsSync(published)).toBe(false);
});
