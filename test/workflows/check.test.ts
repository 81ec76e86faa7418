import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshClone } from './fresh-clone.ts';
import { install } from './install.ts';
import { runWorkflow } from './runner.ts';
import { root, workflowOf } from './workflow.ts';

let clone: Awaited<ReturnType<typeof freshClone>>;
beforeAll(async () => {
  clone = await freshClone();
});
afterAll(() => clone.remove());

const room = 'src/layouts';

/**
 * What `npm run lint` runs, over one room: `.ci/run` and the workflow lint the whole tree before they test it. That the tools run in a clone
 * and find their settings, types and plugins there is seen with few files too.
 */
function lintOfOneRoom(): string {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { lint: string } };
  const [oxlint = '', prettier = '', astro = '', ...rest] = scripts.lint.split(' && ');
  expect([oxlint.split(' ')[0], prettier.replace(/^(\S+) .* (\S+)$/, '$1 $2'), astro.slice(0, 11), rest]).toEqual([
    'oxlint',
    'prettier .',
    'astro check',
    [],
  ]);
  const some = JSON.stringify({ extends: './tsconfig.json', include: ['.astro/types.d.ts', `${room}/**/*`] });
  return `export PATH="$PWD/node_modules/.bin:$PATH"
echo '${some}' > tsconfig.room.json
${oxlint} ${room} && ${prettier.replace(/ \.$/, ` ${room}`)} && ${astro} --tsconfig tsconfig.room.json`;
}

test('every step of check runs in a fresh clone', async () => {
  const ends = await runWorkflow(workflowOf('check'), {
    folder: clone.folder,
    knows: new Map(),
    actions: { 'actions/checkout': () => ({}), 'actions/setup-node': () => ({}) },
    instead: {
      ...install,
      'npm run lint': lintOfOneRoom(),
      // This test is one of those that the last step runs: of them a few are enough to see that it runs.
      'npm test': 'npm test -- --project unit test/house/planted.test.ts',
    },
  });
  expect(ends['check']?.ended, ends['check']?.said).toBe('well');
  expect(ends['check']?.said.trim().split('\n').at(-1)).toMatch(/^\d+ passed, 0 failed$/);
});
