import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copySample, runCommand } from './run-command.ts';

describe('a command says what is wrong with the call, with status 2', () => {
  it.each([
    [
      ['publish'],
      /Expected the name of a command, got "publish": one of agree, bench, build, check, dev, doctor, gallery, guide, ingest, map, measure, pull, sample, start\./,
    ],
    [['check', '--data', 'nowhere'], /--data: there is no folder nowhere/],
    [['check', '--fast'], /unknown option '--fast'/],
    [
      ['build', '--now', 'yesterday'],
      /--now: expected a time with its zone, such as 2026-11-09T06:40:00Z, got "yesterday"/,
    ],
    [['build', '--port', '70000'], /--port: expected a number from 0 to 65535, got "70000"/],
  ])('%j', async ([name = '', ...rest], says) => {
    const ended = await runCommand(name, ...rest);
    expect(ended.err).toMatch(says);
    expect(ended.status).toBe(2);
  });

  it('lists its arguments when asked, with status 0', async () => {
    const ended = await runCommand('build', '--help');
    expect(ended.status).toBe(0);
    expect(ended.out).toContain('--exports <dir>');
    expect(ended.err).toBe('');
  });
});

/** How the sample is broken, and what the run answers with. */
const broken: readonly (readonly [string, string, (text: string) => string, RegExp])[] = [
  [
    'an empty file',
    'exports/Lead.csv',
    () => '',
    /Lead\.csv:1:1 {2}the file is empty; export it again, with its header/,
  ],
  [
    'a missing required column',
    'exports/Lead.csv',
    (text) => text.replace('"LeadSource"', '"LeadSorce"'),
    /Lead\.csv:1:1 {2}there is no column "LeadSource"; .*leads\.yml:\d+ reads it; did you mean "LeadSorce"\?/,
  ],
  [
    'too many rejected rows',
    'exports/spend.csv',
    (text) => text.replace(/^("?2025-0[1-3])-01/gm, '$1-31x'),
    /spend\.csv:\d+:1 {2}\d+ of 205 rows can't be used, and at most 1% may be; .*reject at most: \d+%/,
  ],
  [
    'an unknown term',
    'agreement/slas/followed-up-in-time.yml',
    (text) => text.replace('share of: qualified lead', 'share of: qualifid lead'),
    /followed-up-in-time\.yml:6:\d+ .*"?qualifid lead"?.*did you mean "qualified leads?"\?/,
  ],
  [
    'a target with no unit',
    'agreement/slas/followed-up-in-time.yml',
    (text) => text.replace('target: at least 90%', 'target: at least 90'),
    /followed-up-in-time\.yml:\d+:\d+ .*at least 90.*%/,
  ],
];

describe('a fault stops the run with status 1 and one line that names the place and the mend; what was built before stays', () => {
  it.each(broken)('%s', async (_, file, breakIt, says) => {
    const { data, done } = await copySample();
    try {
      const path = join(data, file);
      const text = await readFile(path, 'utf8');
      expect(breakIt(text)).not.toBe(text);
      await writeFile(path, breakIt(text));
      const site = join(data, 'site');
      const database = join(data, 'same-page.db');
      await mkdir(site);
      await writeFile(join(site, 'index.html'), 'what stood');
      await writeFile(database, 'what was computed');
      const ended = await runCommand('build', '--data', data, '--out', site);
      expect(ended.err.trim().split('\n')).toEqual([expect.stringMatching(says)]);
      expect(ended.status).toBe(1);
      expect(await readFile(join(site, 'index.html'), 'utf8')).toBe('what stood');
      expect(await readFile(database, 'utf8')).toBe('what was computed');
    } finally {
      await done();
    }
  });

  it('two metrics with one slug', async () => {
    const { data, done } = await copySample();
    try {
      const promise = await readFile(join(data, 'agreement/slas/leads-accepted.yml'), 'utf8');
      await writeFile(join(data, 'agreement/slas/campaign-wins.yml'), promise);
      const ended = await runCommand('build', '--data', data, '--out', join(data, 'site'));
      expect(ended.err).toMatch(
        /slas\/campaign-wins\.yml:1:1 {2}"campaign-wins" is the name of .*metrics\/campaign-wins\.yml already; give one of the files another name/,
      );
      expect(ended.err.trim().split('\n')).toHaveLength(1);
      expect(ended.status).toBe(1);
    } finally {
      await done();
    }
  });
});

describe('a run on input that is wrong', () => {
  let sample: Awaited<ReturnType<typeof copySample>>;
  beforeAll(async () => {
    sample = await copySample();
  });
  afterAll(() => sample.done());

  it('measures nothing before something was ingested', async () => {
    const ended = await runCommand('measure', '--data', sample.data);
    expect(ended.err).toMatch(/There is no database .*same-page\.db yet: run npm run ingest first\./);
    expect(ended.status).toBe(1);
  });

  it('tells of a metric that there is not the one that was meant', async () => {
    const ended = await runCommand('measure', 'response-tim', '--data', sample.data);
    expect(ended).toMatchObject({ status: 2, out: '' });
    expect(ended.err).toBe('There is no metric "response-tim": did you mean "response-time"?\nSee --help.\n');
  });

  it('refuses to publish the sample, a made-up company, and data that nobody said may be read', async () => {
    const ofSample = await runCommand(
      'build',
      '--publish',
      '--data',
      'data/sample',
      '--out',
      join(sample.data, 'site'),
    );
    expect(ofSample.err).toMatch(/^Not published: this is the made-up company\./);
    expect(ofSample.status).toBe(1);

    const company = join(sample.data, 'agreement', 'company.yml');
    const text = await readFile(company, 'utf8');
    await writeFile(company, text.replace('made up: yes', 'made up: no'));
    const ofUnread = await runCommand('build', '--publish', '--data', sample.data, '--out', join(sample.data, 'site'));
    expect(ofUnread.err).toMatch(/^Not published: nobody has said who may read the site\./);
    expect(ofUnread.status).toBe(1);
    await writeFile(company, text);
  });

  it('stops where an amount has no rate, at the metric that sums it, and leaves the site that stood', async () => {
    const currencies = join(sample.data, 'agreement', 'currencies.yml');
    const text = await readFile(currencies, 'utf8');
    const site = join(sample.data, 'unpriced-site');
    await mkdir(site);
    await writeFile(join(site, 'index.html'), 'what stood');
    await writeFile(currencies, text.replace(/^GBP:\n( +\d{4}: .*\n?)+/m, ''));
    const ended = await runCommand('build', '--data', sample.data, '--out', site);
    await writeFile(currencies, text);
    const lines = ended.err.trim().split('\n');
    const unpriced =
      /(\w+\/[\w-]+\.yml):\d+:\d+ {2}\d+ amounts of ".+" can't be counted: no rate is agreed for their currency and day; add/;
    const files = lines.map((line) => unpriced.exec(line)?.[1] ?? line);
    expect(files).toEqual(expect.arrayContaining(['metrics/campaign-wins.yml', 'slas/pipeline-from-inbound.yml']));
    expect(new Set(files).size, 'each metric once').toBe(files.length);
    const others = files.filter((file) => !/^(metrics|slas)\//.test(file));
    expect(others).toEqual([]);
    expect(ended.status).toBe(1);
    expect(await readFile(join(site, 'index.html'), 'utf8')).toBe('what stood');
  });

  it('names all faults of all files in one run, and leaves the site that stood', async () => {
    const site = join(sample.data, 'site');
    const index = join(site, 'index.html');
    await mkdir(site);
    await writeFile(index, 'what stood');
    await appendFile(
      join(sample.data, 'agreement', 'vocabulary.yml'),
      '\nhot lead:\n  is a: laed\n  where:\n    - score is atleast 60\n',
    );
    await appendFile(join(sample.data, 'sources', 'leads.yml'), '\nreject at msot: 2%\n');
    const ended = await runCommand('build', '--data', sample.data, '--out', site);
    expect(ended.status).toBe(1);
    const lines = ended.err.trim().split('\n');
    expect(lines.some((line) => /vocabulary\.yml:\d+:\d+ .*laed.*did you mean "lead"\?/.test(line))).toBe(true);
    expect(
      lines.some((line) => /leads\.yml:\d+:\d+ .*reject at msot.*did you mean "reject at most"\?/.test(line)),
    ).toBe(true);
    expect(await readFile(index, 'utf8')).toBe('what stood');

    const asData = await runCommand('check', '--json', '--data', sample.data);
    expect(asData.status).toBe(1);
    expect(JSON.parse(asData.out)).toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ level: 'fault' })]),
    });
  });
});

it('prints what ingest warns of: a file that no source reads', async () => {
  const { data, done } = await copySample();
  try {
    await writeFile(join(data, 'exports', 'Quotas.csv'), 'Year,Quota\n2026,50\n');
    const ended = await runCommand('ingest', '--data', data);
    expect(ended.err).toMatch(/^\S*Quotas\.csv:1:1 {2}warning: no source reads this file/);
    expect(ended.status).toBe(0);
  } finally {
    await done();
  }
});
