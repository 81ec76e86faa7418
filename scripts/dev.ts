/** `npm run dev`: the site with live reload when a definition, a mapping or an export changes. */
import { mkdtemp, rename, rm, watch } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dev, type AstroInlineConfig } from 'astro';
import { writeEdition } from '../src/publish/edition-file.ts';
import { endWell } from './command/endings.ts';
import { readCompany } from './command/read-company.ts';
import { readTask, type Task } from './command/task.ts';
import { makeTheEdition } from './command/whole-way.ts';

const settlesAfter = 200;

await endWell(async () => {
  const task = readTask(
    'dev',
    'Serves the site and reloads it when the data folder changes.',
    process.argv.slice(2),
    Date.now,
  );
  const work = await mkdtemp(join(tmpdir(), 'same-page-dev-'));
  const snapshot = join(work, 'edition');
  process.env.SAME_PAGE_EDITION = snapshot;
  process.once('exit', () => void rm(work, { recursive: true, force: true }));
  await replaceEdition(task, snapshot);
  const server = await dev(siteOf(task, snapshot));
  console.log(`Open http://localhost:${server.address.port}${task.base} (Ctrl+C ends it).`);
  await followChanges(task, snapshot);
});

/** The snapshot is replaced in one step, so that a page never reads half of it. */
async function replaceEdition(task: Task, snapshot: string): Promise<void> {
  writeEdition(`${snapshot}.next`, await makeTheEdition(task, await readCompany(task)));
  await rename(`${snapshot}.next`, snapshot);
}

function siteOf(task: Task, snapshot: string): AstroInlineConfig {
  return {
    base: task.base,
    server: { port: task.port },
    logLevel: 'error',
    integrations: [
      {
        name: 'reload-on-a-new-edition',
        hooks: {
          'astro:server:setup': ({ server }) => {
            server.watcher.add(snapshot);
            server.watcher.on('all', (_event, path) => {
              if (path === snapshot) server.environments.client.hot.send({ type: 'full-reload', path: '*' });
            });
          },
        },
      },
    ],
  };
}

/** What is wrong is printed and the last good edition stays on screen. */
async function followChanges(task: Task, snapshot: string): Promise<never> {
  let waiting: NodeJS.Timeout | undefined;
  for await (const { filename } of watch(task.data, { recursive: true })) {
    if (filename?.includes('.db')) continue;
    clearTimeout(waiting);
    waiting = setTimeout(() => void endWell(() => replaceEdition(task, snapshot)), settlesAfter);
  }
  throw new Error(`${task.data} can't be watched any longer`);
}
