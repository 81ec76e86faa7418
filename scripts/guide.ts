/** `npm run guide`: writes the guide to the agreement's files, and the schemas that editors read, from what this company has. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { z } from 'zod';
import { editorSchema, editorSchemas } from '../src/agreement/editor/editor-schemas.ts';
import { guide } from '../src/agreement/editor/guide.ts';
import { connectionSchemas } from '../src/records/schema/connection.ts';
import { fileSourceSchema } from '../src/records/schema/file-source.ts';
import { handoversSchema } from '../src/records/schema/handovers.ts';
import { endWell } from './command/endings.ts';
import { readCompany, type Company } from './command/read-company.ts';
import { readTask } from './command/task.ts';

await endWell(async () => {
  const does = "Writes the guide to the agreement's files, and schemas for editors, from this company's own words.";
  const task = readTask('guide', does, process.argv.slice(2), Date.now);
  const files = filesOf(await readCompany(task));
  for (const [name, text] of files) {
    const path = join(task.data, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, text);
    console.log(`${relative(process.cwd(), path)} written.`);
  }
});

/** By path in the data folder. */
function filesOf({ agreement, catalogue }: Company): Map<string, string> {
  const kinds = catalogue.kinds.map(({ name }) => name);
  const schemas = {
    ...editorSchemas(agreement, catalogue),
    source: editorSchema(
      z.union([fileSourceSchema, handoversSchema, ...Object.values(connectionSchemas)]),
      new Map([['record', kinds]]),
    ),
  };
  const texts = Object.entries(schemas).map(([name, schema]): [string, string] => [
    `.schemas/${name}.schema.json`,
    `${JSON.stringify(schema, null, 1)}\n`,
  ]);
  return new Map([['agreement/README.md', `${guide(agreement, catalogue)}\n`], ...texts]);
}
