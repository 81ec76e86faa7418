import type { APIRoute, GetStaticPaths } from 'astro';
import { chartPictureSvg } from '../../charts/chart-picture.ts';
import { href } from '../../components/href.ts';
import { chartPicture, pictureFilesOf } from '../../publish/chart-picture.ts';
import { madeAhead } from '../../publish/made-ahead.ts';
import type { Edition } from '../../values/edition.ts';
import { theEdition, theShares } from '../_edition.ts';
import { asRead, atATime, thePictures, theSheets, theThemes } from '../_pictures.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...pictureFilesOf(theEdition()).keys()].map((file) => ({ params: { file } }));

/** Twice the points of a drawing, for screens that have them and for slides. */
const zoom = 2;

/** The drawing is the same in both themes and both kinds of file, which are asked for one after another: the newest is kept. */
function drawer(edition: Edition, site: URL | undefined) {
  let slug = '';
  let picture: ReturnType<typeof chartPicture> | undefined;
  return (asked: string) => {
    const one = edition.metrics.find(({ metric }) => metric.slug === asked);
    if (!one) throw new Error(`No metric of this edition is called ${asked}.`);
    if (slug !== asked || !picture)
      picture = chartPicture(edition, one, asRead(href(`/metrics/${asked}/`), site), theShares());
    slug = asked;
    return picture;
  };
}

function filesOf(edition: Edition, site: URL | undefined) {
  const files = pictureFilesOf(edition);
  const drawn = drawer(edition, site);
  return madeAhead(
    [...files.keys()],
    async (name): Promise<Uint8Array | string | null> => {
      const file = files.get(name);
      if (!file) return null;
      const svg = chartPictureSvg(drawn(file.slug), theSheets, theThemes[file.theme]);
      return file.type === 'image/png' ? thePictures.png(`charts/${name}`, svg, zoom) : svg;
    },
    atATime,
  );
}

let made: { readonly edition: Edition; readonly files: ReturnType<typeof filesOf> } | undefined;

export const GET: APIRoute = async ({ params, site }) => {
  const edition = theEdition();
  if (made?.edition !== edition) made = { edition, files: filesOf(edition, site) };
  const name = params['file'] ?? '';
  const body = await made.files(name);
  const headers = { 'content-type': name.endsWith('.png') ? 'image/png' : 'image/svg+xml' };
  return body === null ? new Response(null, { status: 404 }) : new Response(body as BodyInit, { headers });
};
