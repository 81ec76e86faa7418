import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshClone } from './fresh-clone.ts';
import { install } from './install.ts';
import { runWorkflow } from './runner.ts';
import { workflowOf } from './workflow.ts';

let clone: Awaited<ReturnType<typeof freshClone>>;
beforeAll(async () => {
  clone = await freshClone();
});
afterAll(() => clone.remove());

test('every step of check runs in a fresh clone', async () => {
  const ends = await runWorkflow(workflowOf('check'), {
    folder: clone.folder,
    knows: new Map(),
    actions: { 'actions/checkout': () => ({}), 'actions/setup-node': () => ({}) },
    // This test is one of those that the last step runs: of them a few are enough to see that it runs.
    instead: { ...install, 'npm test': 'npm test -- --project unit test/house/planted.test.ts' },
  });
  expect(ends['check']?.ended, ends['check']?.said).toBe('well');
  expect(ends['check']?.said.trim().split('\n').at(-1)).toMatch(/^\d+ passed, 0 failed$/);
});
