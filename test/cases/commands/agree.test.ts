import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copySample, runCommand } from './run-command.ts';

let data: string;
let done: () => Promise<void>;
beforeAll(async () => ({ data, done } = await copySample()));
afterAll(() => done());

const promise = 'agreement/slas/followed-up-in-time.yml';
const say = (...rest: string[]) => runCommand('agree', ...rest, '--data', data, '--now', '2026-11-09T06:40:00Z');
const yes = ['--by', 'VP Sales', '--how', 'a call', '--recorded-by', 'RevOps'];

test('a tightened promise waits for both teams, and for one once the other has agreed', async () => {
  const path = join(data, promise);
  await writeFile(path, (await readFile(path, 'utf8')).replace('target: at least 90%', 'target: at least 92%'));
  const first = await say('followed-up-in-time', '--team', 'sales', ...yes);
  expect(first.err).toBe('');
  expect(first.out).toMatch(
    /^Sales has agreed to "Leads followed up in time" \(seal [0-9a-f]{8}\), written into .*\nWaiting for Marketing to agree\.\n$/,
  );
  const text = await readFile(path, 'utf8');
  expect(text).toMatch(/team: sales\n {4}by: VP Sales\n {4}on: 2026-11-09\n {4}how: a call\n {4}recorded by: RevOps\n/);
  const second = await say('followed-up-in-time', '--team', 'marketing', ...yes, '--json');
  expect(JSON.parse(second.out)).toMatchObject({ team: 'marketing', on: '2026-11-09', waitingFor: [] });
});

test.each([
  [
    ['followed-up-intime', '--team', 'sales', ...yes],
    /no definition "followed-up-intime": did you mean "followed-up-in-time"\?/,
  ],
  [
    ['followed-up-in-time', '--team', 'legal', ...yes],
    /--team: "legal" is no party to it; expected sales or marketing/,
  ],
  [['followed-up-in-time', '--team', 'sales', '--by', 'VP'], /--how: it is needed/],
  [
    ['followed-up-in-time', '--team', 'sales', ...yes, '--on', 'Monday'],
    /--on: expected a day, such as 2026-01-31, got "Monday"/,
  ],
  [[], /missing required argument 'name'/],
])('%j is a wrong call, and nothing is written', async (rest, says) => {
  const before = await readFile(join(data, promise), 'utf8');
  const ended = await say(...rest);
  expect(ended.err).toMatch(says);
  expect(ended.status).toBe(2);
  expect(await readFile(join(data, promise), 'utf8')).toBe(before);
});
