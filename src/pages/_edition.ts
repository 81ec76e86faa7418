import { editionWrittenAt, readEdition } from '../publish/edition-file.ts';
import { headlineShares } from '../publish/materials.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';

interface Read {
  readonly path: string;
  readonly writtenAt: number;
  readonly edition: Edition;
  readonly shares: readonly number[];
}

let read: Read | undefined;

function once(): Read {
  const path = process.env['SAME_PAGE_EDITION'];
  if (!path) throw new Error('Pages are built by `npm run build`: SAME_PAGE_EDITION names no edition to show.');
  // While people edit, the file is replaced under its name.
  const writtenAt = editionWrittenAt(path);
  if (read?.path !== path || read.writtenAt !== writtenAt) {
    const edition = readEdition(path);
    read = { path, writtenAt, edition, shares: headlineShares(edition) };
  }
  return read;
}

/** The edition of this build, read once. The command that starts the build says where it lies, in `SAME_PAGE_EDITION`. */
export const theEdition = (): Edition => once().edition;

/** The shares of the headline metrics, for the one scale that their charts have in common wherever they stand. */
export const theShares = (): readonly number[] => once().shares;

/** A page for each metric, by its slug. */
export const metricPaths = (): { params: { slug: string } }[] =>
  theEdition().metrics.map(({ metric: { slug } }) => ({ params: { slug } }));

/** The metric of a page. @throws where the edition has none of that slug. */
export function metricAt(slug: string | undefined): MetricEdition {
  const found = theEdition().metrics.find(({ metric }) => metric.slug === slug);
  if (!found) throw new Error(`No metric of this edition is called ${slug}.`);
  return found;
}
