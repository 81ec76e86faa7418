/** What all pictures of this build are made with. */
import chart from '../charts/chart.css?raw';
import picture from '../charts/picture.css?raw';
import type { Sheets } from '../charts/sheet.ts';
import { themeIn, type Theme, type ThemeName } from '../charts/theme.ts';
import { pictureStore } from '../publish/picture-png.ts';
import base from '../styles/base.css?raw';

export const theSheets: Sheets = { chart, picture };
export const theThemes: Readonly<Record<ThemeName, Theme>> = {
  light: themeIn(base, 'light'),
  dark: themeIn(base, 'dark'),
};

/** Rendered pictures are kept beside what else a build leaves for the next one; the bench, which begins with nothing, says where else. */
export const thePictures = pictureStore(process.env['SAME_PAGE_PICTURES'] ?? '.cache/pictures', process.cwd());

/** How many pictures are rendered at a time, while pages are built. */
export const atATime = 3;

/** An address as people read it: without its protocol; of a site that has no address yet, its path. */
export function asRead(path: string, site: URL | undefined): string {
  return site ? new URL(path, site).href.replace(/^https?:\/\//, '') : `Same Page: ${path}`;
}
