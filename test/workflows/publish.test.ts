import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from '../browser/chromium.ts';
import { countOnly } from '../cases/commands/count-only.ts';
import { FileServer } from '../servers/files/file-server.ts';
import { serveFolder } from '../browser/serve.ts';
import { configureCompany, freshClone, pushedTo } from './fresh-clone.ts';
import { install } from './install.ts';
import { runWorkflow, type Runner } from './runner.ts';
import { textOf, workflowOf } from './workflow.ts';

const workflow = workflowOf('publish');
let clone: Awaited<ReturnType<typeof freshClone>>;
beforeAll(async () => {
  clone = await freshClone();
});
afterAll(() => clone.remove());

test('a fresh copy of the project has nothing to publish yet, says so, and does not fail', async () => {
  const ends = await runWorkflow(workflow, runner({}));
  expect(ends['ready']?.said).toContain('Nothing to publish yet');
  expect(Object.values(ends).map(({ ended }) => ended)).toEqual(['well', 'skipped', 'skipped', 'skipped', 'skipped']);
});

describe('with a company in the data folder', () => {
  let remote: Awaited<ReturnType<typeof pushedTo>>;
  let files: FileServer;
  beforeAll(async () => {
    files = await FileServer.start({ lets: 'Bearer of-marketing' });
    await configureCompany(clone.folder);
    // What the steps do is the same with a few numbers, and a site of them is built sooner.
    await countOnly(join(clone.folder, 'data'), ['followed-up-in-time', 'handed-over-in-time', 'leads-accepted']);
    await spendLiesAt(files, join(clone.folder, 'data'));
    remote = await pushedTo(clone.folder);
  });
  afterAll(async () => {
    await remote.remove();
    await files.close();
  });

  test('nothing is published before somebody says who may read it', async () => {
    const ends = await runWorkflow(workflow, runner({}));
    expect(ends['build']?.said).toContain('SAME_PAGE_READERS');
    expect([ends['build']?.ended, ends['deploy']?.ended]).toEqual(['failed', 'skipped']);
    expect(existsSync(join(clone.folder, 'dist'))).toBe(false);
  });

  test('what is pulled is kept by a private repository only', async () => {
    const asked = files.asked.length;
    const ends = await runWorkflow(workflow, runner({ readers: 'everyone in the company', visibility: 'public' }));
    expect(ends['build']?.ended).toBe('failed');
    expect(ends['build']?.said).toContain(
      'This repository is public: whoever opens a pull request can read what its runs keep',
    );
    expect(files.asked).toHaveLength(asked);
  });

  test('the site is built and can be read under the path of the project', async () => {
    const published: string[] = [];
    const ends = await runWorkflow(workflow, runner({ readers: 'everyone in the company', published }));
    expect(ends['build']?.said).not.toContain('made-up');
    expect(ends['build']?.said).toContain('marketing-files: complete, ');
    expect(ends['build']?.said).not.toContain('Nothing new');
    expect(
      Object.values(ends).map(({ ended }) => ended),
      ends['build']?.said,
    ).toEqual(['well', 'well', 'well', 'well', 'well']);
    expect(published).toEqual([join(clone.folder, 'dist')]);
    await readThrough(join(clone.folder, 'dist'));
    expect(remote.marks().split('\n')[0]).toContain('metric,grain,period,closed,fixed,mark');
  });

  test('a pull that fails does not hold the site back, but fails the run; the marks of closed periods are in Git, and there are none to add', async () => {
    const before = remote.marks();
    onANewMachine(clone.folder);
    const ends = await runWorkflow(workflow, runner({ readers: 'everyone in the company', token: 'of-yesterday' }));
    expect(Object.values(ends).map(({ ended }) => ended)).toEqual(['well', 'well', 'well', 'well', 'failed']);
    expect(ends['build']?.said).toContain('data/sources/marketing-files.yml:4:19');
    // What is kept between runs is known again: where no export came, none is read.
    expect(ends['build']?.said).toContain('Nothing new: the exports are those of ');
    expect(ends['build']?.said).not.toContain('of-yesterday');
    expect(ends['pulled']?.said).toContain('A pull needs somebody');
    const home = readFileSync(join(clone.folder, 'dist', 'index.html'), 'utf8');
    expect(home).toContain('today’s pull failed');
    expect(ends['keep']).toMatchObject({
      ended: 'well',
      said: expect.stringContaining('Nothing is new to keep.') as string,
    });
    expect(remote.marks()).toBe(before);
  });
});

/** What the cache keeps goes through its archive; everything else is checked out again, with other times. */
function onANewMachine(folder: string): void {
  const kept = ['data/same-page.db', 'data/exports'];
  const archive = join(folder, 'cache.tar');
  execFileSync('tar', ['--posix', '-cf', archive, ...kept], { cwd: folder });
  for (const path of kept) rmSync(join(folder, path), { recursive: true });
  execFileSync('tar', ['-xf', archive], { cwd: folder });
  rmSync(archive);
  for (const path of ['src/records/ingest.ts', 'data/agreement/company.yml', 'data/sources/leads.yml'])
    utimesSync(join(folder, path), 1, 1);
}

/** Opens the first page under `/repo/` and follows its first link to a metric. */
async function readThrough(folder: string): Promise<void> {
  const served = await serveFolder(folder, '/repo/');
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const broken: string[] = [];
    page.on('response', (response) => void (response.status() >= 400 && broken.push(response.url())));
    // A site that nobody builds any more is the only one that can say how old it is.
    await page.clock.setFixedTime('2026-12-19T12:00:00Z');
    await page.goto(served.address);
    expect(await page.title()).not.toBe('');
    expect(await page.locator('.mast .age').innerText()).toBe('Data is 40 days old, from 9\u00a0November\u00a02026.');
    expect(await page.locator('.mast .age.stale').count()).toBe(1);
    expect(await page.locator('body').innerText()).not.toMatch(/made-up company/i);
    await page.locator('a[href*="/metrics/"]:visible').first().click();
    await page.waitForURL(`${served.address}metrics/*/`);
    expect(await page.locator('h1').innerText()).not.toBe('');
    expect(broken).toEqual([]);
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Takes the spend of campaigns out of the exports: it lies at a place now, and is pulled from there. */
async function spendLiesAt(files: FileServer, data: string): Promise<void> {
  const spend = join(data, 'exports', 'spend.csv');
  files.put('/exports/spend.csv', readFileSync(spend));
  rmSync(spend);
  const connection = [
    'connects to: HTTPS',
    `at: ${files.address}/exports/`,
    'fetches: [spend.csv]',
    'secrets: { token: HTTPS_TOKEN }',
  ];
  writeFileSync(join(data, 'sources', 'marketing-files.yml'), `${connection.join('\n')}\n`);
}

interface Published {
  readonly readers?: string;
  readonly published?: string[];
  readonly visibility?: string;
  readonly token?: string;
}

function runner(company: Published): Runner {
  const { folder } = clone;
  let handedOver = '';
  return {
    folder,
    knows: new Map([
      ['vars.SAME_PAGE_DATA_REPOSITORY', ''],
      ['vars.SAME_PAGE_READERS', company.readers ?? ''],
      ['github.token', 'of-the-run'],
      ...secrets.map((name) => [`secrets.${name}`, ''] as const),
      ['secrets.HTTPS_TOKEN', company.token ?? 'of-marketing'],
      ['github.run_id', '1'],
      ['github.run_attempt', '1'],
    ]),
    actions: {
      'actions/checkout': () => ({}),
      'actions/setup-node': () => ({}),
      'actions/cache/restore': () => ({}),
      'actions/cache/save': ({ path = '' }) => mustBeThere(join(folder, path)),
      'actions/configure-pages': () => ({ base_path: '/repo', origin: 'https://company.example' }),
      'actions/upload-pages-artifact': ({ path = '' }) => {
        handedOver = join(folder, path);
        return mustBeThere(join(handedOver, 'index.html'));
      },
      'actions/deploy-pages': () => {
        company.published?.push(handedOver);
        return {};
      },
    },
    instead: { ...install, ...askingForVisibility(company.visibility ?? 'private') },
  };
}

/** The secrets that the workflow hands to the pull. */
const secrets = [...new Set([...textOf('publish').matchAll(/secrets\.(\w+)/g)].map(([, name = '']) => name))];

/** What stands in for the question to GitHub of who can read the repository. */
function askingForVisibility(visibility: string): Record<string, string> {
  const step = workflow.jobs['build']?.steps.find(({ id }) => id === 'who');
  return { [step?.run?.trim() ?? '']: `echo visibility=${visibility} >> "$GITHUB_OUTPUT"` };
}

function mustBeThere(path: string): Record<string, string> {
  if (!existsSync(path)) throw new Error(`${path} is not there`);
  return {};
}
