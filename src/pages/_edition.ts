import { readEdition } from '../publish/read-edition.ts';
import type { Edition } from '../values/edition.ts';

let read: { readonly path: string; readonly edition: Edition } | undefined;

/** The edition of this build, read once. The command that starts the build says where it lies, in `SAME_PAGE_EDITION`. */
export function theEdition(): Edition {
  const path = process.env['SAME_PAGE_EDITION'];
  if (!path) throw new Error('Pages are built by `npm run build`: SAME_PAGE_EDITION names no edition to show.');
  if (read?.path !== path) read = { path, edition: readEdition(path) };
  return read.edition;
}
