import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Where the code stands that reads exports, and what a company wrote of them. */
const rooms = ['src/agreement', 'src/calendar', 'src/records', 'src/store', 'src/values', 'scripts/command'];

/**
 * Tells the code that this process runs, with Node and the packages: a hash of the files themselves, for a version stays the same while somebody works on them.
 * Taken once, when the command starts: what is edited later is not what runs.
 */
export const codeTold = hashOfFiles([...rooms.flatMap(filesIn), 'package-lock.json']);

function filesIn(room: string): string[] {
  const entries = readdirSync(join(project, room), { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => file.slice(project.length)).sort();
}

function hashOfFiles(files: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  for (const file of files) hash.update(`\n${file}\n`).update(readFileSync(join(project, file)));
  return hash.digest('hex');
}
