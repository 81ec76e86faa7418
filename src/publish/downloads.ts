/** What can be taken along of a metric: files that the site holds, by their addresses. */
import { downloadWords as en } from '../story/locale/en/downloads.ts';
import type { Metric } from '../values/agreement.ts';

export interface DownloadFile {
  /** From the site's own root: `/charts/win-rate.svg`. */
  readonly path: string;
  readonly says: string;
  /** A browser saves it, and does not show it. */
  readonly saved: boolean;
}

export interface Downloads {
  readonly name: string;
  readonly files: readonly DownloadFile[];
}

/** The figures, and the chart in both themes: every metric has a picture, one of few numbers too. */
export function downloadsOf({ slug }: Pick<Metric, 'slug'>): Downloads[] {
  const api = `/api/metrics/${slug}`;
  const picture = (ending: string) => [
    { path: `/charts/${slug}${ending}.svg`, says: en.svg, saved: true },
    { path: `/charts/${slug}${ending}.png`, says: en.png, saved: true },
  ];
  return [
    {
      name: en.table,
      files: [
        { path: `${api}.csv`, says: en.csv, saved: true },
        { path: `${api}.json`, says: en.json, saved: false },
      ],
    },
    { name: en.light, files: picture('') },
    { name: en.dark, files: picture('-dark') },
  ];
}

/**
 * What a wiki takes to show the chart of a metric. `address`: that of its page for embedding, whole where the site has one. The height
 * takes the longest finding with its notes in a frame of 280 pixels, and so in every wider one.
 */
export const embedLine = (address: string, title: string): string =>
  `<iframe src="${address}" title="${title.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}" width="100%" height="620" loading="lazy"></iframe>`;
