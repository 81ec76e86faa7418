/** `npm run build`: ingest, measure, build. */
import { endWell } from './command/endings.ts';
import { readTask } from './command/task.ts';
import { goTheWholeWay } from './command/whole-way.ts';

await endWell(async () => {
  const does = 'Reads the exports, computes what was agreed, and builds the site.';
  await goTheWholeWay(readTask('build', does, process.argv.slice(2), Date.now));
});
