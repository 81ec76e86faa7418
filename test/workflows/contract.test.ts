import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { root, stepsOf, textOf, workflowOf } from './workflow.ts';

const folder = mkdtempSync(join(tmpdir(), 'same-page-workflows-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['publish', 'check'])('%s.yml', (name) => {
  const workflow = workflowOf(name);
  const steps = stepsOf(workflow);

  test('pins every action by its commit and names the version beside it', () => {
    const uses = textOf(name)
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line));
    expect(uses.length).toBe(steps.filter((step) => step.uses).length);
    for (const line of uses) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('stops every job in time', () => {
    for (const job of Object.values(workflow.jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(75);
  });

  test('leaves no credentials behind a checkout, but where it pushes', () => {
    const checkouts = steps.filter((step) => step.uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(0);
    const pushing = workflow.jobs['keep']?.steps ?? [];
    for (const step of checkouts) expect(step.with?.['persist-credentials']).toBe(pushing.includes(step));
  });

  test('puts nothing into a command that the shell could take for code', () => {
    for (const step of steps) expect(step.run ?? '').not.toContain('${{');
  });

  test('is found right by the linter', () => {
    expect(lint(join(root, '.github', 'workflows', `${name}.yml`)).status).toBe(0);
  });
});

test('publish runs several times a day, on a push to main and by hand, never two at once and never cut off', () => {
  const { on, concurrency } = workflowOf('publish');
  expect(Object.keys(on)).toEqual(['schedule', 'push', 'workflow_dispatch']);
  expect(on['schedule']).toEqual([{ cron: '17 4,9,12,15 * * *' }]);
  expect(on['push']).toEqual({ branches: ['main'] });
  expect(concurrency).toEqual({ group: 'publish', 'cancel-in-progress': false });
});

test('publish may read; one job writes to Pages alone, one commits and runs no code of ours', () => {
  const { permissions, jobs } = workflowOf('publish');
  expect(permissions).toEqual({});
  expect(Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, job.permissions]))).toEqual({
    ready: { contents: 'read' },
    build: { contents: 'read', pages: 'read' },
    deploy: { pages: 'write', 'id-token': 'write' },
    keep: { contents: 'write' },
    pulled: {},
  });
  expect(jobs['keep']?.steps.flatMap(({ run }) => run ?? []).join('\n')).not.toMatch(/npm|node/);
});

test('publish builds with --publish, so that neither the sample nor data without a reader goes out', () => {
  const builds = stepsOf(workflowOf('publish')).filter((step) => step.run?.includes('npm run build'));
  expect(builds.map((step) => step.run?.includes('--publish'))).toEqual([true]);
  expect(builds[0]?.env?.['SAME_PAGE_READERS']).toBe('${{ vars.SAME_PAGE_READERS }}');
});

test('only the step that pulls sees the secrets of the CRM, and only the checkouts that of the data folder', () => {
  const seeing = stepsOf(workflowOf('publish')).filter((step) => JSON.stringify(step).includes('secrets.'));
  const pulls = seeing.filter((step) => step.run !== undefined);
  expect(pulls.map(({ id }) => id)).toEqual(['pull']);
  const others = seeing.filter((step) => step.run === undefined);
  expect(
    new Set(
      others.map((step) =>
        JSON.stringify(step)
          .match(/secrets\.\w+/g)
          ?.join(),
      ),
    ),
  ).toEqual(new Set(['secrets.SAME_PAGE_DATA_KEY']));
});

test('check runs on pull requests, may only read, and sees no secrets', () => {
  const { on, permissions, jobs } = workflowOf('check');
  expect(Object.keys(on)).toEqual(['pull_request']);
  expect(permissions).toEqual({ contents: 'read' });
  expect(Object.values(jobs).map((job) => job.permissions)).toEqual([undefined]);
  expect(textOf('check')).not.toContain('secrets.');
});

test('the linter finds a planted fault', () => {
  const file = join(folder, 'planted.yml');
  writeFileSync(file, textOf('check').replace('github.ref', 'matrix.nothing'));
  const { status, said } = lint(file);
  expect(status).not.toBe(0);
  expect(said).toContain('matrix');
});

function lint(file: string): { readonly status: number; readonly said: string } {
  try {
    const bin = join(root, 'node_modules', '@tktco', 'node-actionlint', 'bin', 'node-actionlint.js');
    return { status: 0, said: execFileSync(process.execPath, [bin, file], { encoding: 'utf8', stdio: 'pipe' }) };
  } catch (error) {
    const failed = error as { readonly status: number; readonly stdout: string; readonly stderr: string };
    return { status: failed.status, said: failed.stdout + failed.stderr };
  }
}
