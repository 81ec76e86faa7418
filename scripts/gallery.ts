/** `npm run gallery`: one page with every chart in every state, in both themes, for people to look at. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { endWell, Usage } from './command/endings.ts';
import { readTask } from './command/task.ts';
import { gallery } from './gallery/gallery.ts';
import { galleryPage } from './gallery/page.ts';
import { readSheets } from './gallery/sheets.ts';

const asked = { options: [['--form <name>', 'only the charts of one form, such as line']] } as const;

await endWell(async () => {
  const argv = process.argv.slice(2);
  const does =
    'Writes a page with every chart in every state, in light and dark (--out FILE, default: .cache/gallery.html).';
  const { said, json, out } = readTask('gallery', does, argv, Date.now, asked);
  // All commands take --out, whose default is a folder for a site.
  const file = argv.some((word) => /^--out(=|$)/.test(word)) ? out : resolve('.cache', 'gallery.html');
  const shown = gallery.filter(({ form }) => said['form'] === undefined || form === said['form']);
  if (shown.length === 0) {
    const forms = [...new Set(gallery.map(({ form }) => form))].join(', ');
    throw new Usage(`--form: expected one of ${forms}, got "${said['form']}"`);
  }
  const page = galleryPage(shown, readSheets());
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, page);
  const drawings = shown.reduce((sum, { places }) => sum + 2 * places.length, 0);
  if (json) console.log(JSON.stringify({ file, figures: shown.length, drawings, bytes: page.length }));
  else console.log(`${shown.length} figures in ${drawings} drawings: ${pathToFileURL(file).href}`);
});
