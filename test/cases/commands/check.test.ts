import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../../src/values/problem.ts';
import { copySample, runCommand } from './run-command.ts';

let data: string;
let done: () => Promise<void>;
beforeAll(async () => ({ data, done } = await copySample()));
afterAll(() => done());

async function edit(file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(data, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(data, file), text.replace(from, to));
}

const problemsIn = (out: string): Problem[] => (JSON.parse(out) as { problems: Problem[] }).problems;
const now = ['--now', '2026-11-09T06:40:00Z'];

describe('check', () => {
  it('gives what is worth a look as data, with status 0', async () => {
    const ended = await runCommand('check', '--data', data, '--json', ...now);
    expect(ended.status).toBe(0);
    expect(new Set(problemsIn(ended.out).map(({ level }) => level))).toEqual(new Set(['warning']));
  });

  it('switches off what no source can carry, and what is made of it, when asked to', async () => {
    const small = await copySample();
    try {
      await rm(join(small.data, 'sources', 'spend.yml'));
      const pruned = await runCommand('check', '--prune', '--data', small.data, ...now);
      expect(pruned.status).toBe(0);
      expect(pruned.out).toContain('as no source maps spend rows.');
      expect(pruned.out).not.toContain('Not countable yet');
      const file = join(small.data, 'agreement', 'metrics', 'campaign-spend.yml');
      expect(await readFile(file, 'utf8')).toContain('\ncounted: no # no source maps spend rows\n');
    } finally {
      await small.done();
    }
  });

  it('tells what a mapping asked and nobody answered, and switches nothing off before', async () => {
    const small = await copySample();
    try {
      const source = join(small.data, 'sources', 'opportunities.yml');
      await writeFile(source, `${await readFile(source, 'utf8')}open questions: [won, lost]\n`);
      const told =
        /opportunities\.yml:\d+:\d+ {2}(warning: )?nobody has answered yet: won, lost; the choices stand below/;
      const checked = await runCommand('check', '--data', small.data, ...now);
      expect([checked.status, checked.err]).toEqual([0, expect.stringMatching(told)]);
      await rm(join(small.data, 'sources', 'spend.yml'));
      const pruned = await runCommand('check', '--prune', '--data', small.data, ...now);
      expect([pruned.status, pruned.out, pruned.err]).toEqual([1, '', expect.stringMatching(told)]);
      const file = join(small.data, 'agreement', 'metrics', 'campaign-spend.yml');
      expect(await readFile(file, 'utf8')).not.toContain('counted: no');
    } finally {
      await small.done();
    }
  });

  it('tells all faults of all files, of sources and agreement together, sorted by place, with status 1', async () => {
    await edit('agreement/vocabulary.yml', 'score is at least 60', 'score is atleast 60');
    await edit('agreement/slas/followed-up-in-time.yml', 'promised by: sales', 'promised by sales');
    await edit('agreement/metrics/inquiries.yml', 'at least 420 a year', 'at least 1.420 a year');
    await edit('sources/leads.yml', 'record: lead', 'record: leed');
    const lines = await runCommand('check', '--data', data, ...now);
    expect(lines.status).toBe(1);
    const faults = lines.err.split('\n').filter((line) => line !== '' && !line.includes('  warning: '));
    const own = faults.filter((line) => /inquiries|followed-up-in-time|vocabulary|leads\.yml/.test(line));
    expect(own.map((line) => line.replace(`${data}/`, '').replace(/^.*\/data\//, ''))).toEqual([
      expect.stringMatching(
        /metrics\/inquiries\.yml:\d+:9 {2}"1\.420" is a thousand to some, .*; write "1,420"; if a decimal is meant, "1\.42"$/,
      ),
      expect.stringMatching(
        /slas\/followed-up-in-time\.yml:\d+:1 {2}"promised by sales" has no colon; write it like "key: value"$/,
      ),
      expect.stringMatching(
        /vocabulary\.yml:\d+:24 {2}"its lead's score is atleast 60": .*; did you mean "is at least"\?$/,
      ),
      expect.stringMatching(/sources\/leads\.yml:\d+:\d+ {2}I don't know the record "leed"; did you mean "lead"\?$/),
    ]);
    const asData = await runCommand('check', '--data', data, '--json', ...now);
    expect(asData.status).toBe(1);
    const told = problemsIn(asData.out);
    expect(told.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual(
      lines.err
        .trimEnd()
        .split('\n')
        .map((line) => line.split('  ')[0]),
    );
    expect(told.every((one) => Object.keys(one).sort().join() === 'column,file,fix,level,line,says')).toBe(true);
  });
});
