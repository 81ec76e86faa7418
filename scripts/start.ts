/** `npm start`: ingest, measure, build, then serve the site and print its address. */
import { endWell } from './command/endings.ts';
import { readTask } from './command/task.ts';
import { goTheWholeWay } from './command/whole-way.ts';

await endWell(async () => {
  const task = readTask('start', 'Builds the site, then serves it.', process.argv.slice(2), Date.now);
  await goTheWholeWay(task);
  const { preview } = await import('astro');
  const server = await preview({ outDir: task.out, base: task.base, server: { port: task.port }, logLevel: 'error' });
  console.log(`Open http://localhost:${server.port}${task.base} (Ctrl+C ends it).`);
});
