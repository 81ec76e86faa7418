import type { APIRoute, GetStaticPaths } from 'astro';
import { previewSvg } from '../../charts/preview-picture.ts';
import { madeAhead } from '../../publish/made-ahead.ts';
import { previewsOf } from '../../publish/previews.ts';
import type { Edition } from '../../values/edition.ts';
import { theEdition, theShares } from '../_edition.ts';
import { atATime, thePictures, theSheets, theThemes } from '../_pictures.ts';

const folder = '/previews/';

export const getStaticPaths: GetStaticPaths = () =>
  [...previewsOf(theEdition(), []).keys()].map((address) => ({ params: { file: address.slice(folder.length) } }));

/** A chat shows them on its own paper, light or dark: they are drawn in the light. */
function filesOf(edition: Edition) {
  const previews = previewsOf(edition, theShares());
  return madeAhead(
    [...previews.keys()],
    async (address): Promise<Buffer | null> => {
      const preview = previews.get(address);
      if (!preview) return null;
      const svg = previewSvg(preview(), theSheets, theThemes.light);
      return thePictures.png(address.replace(/^\/|\.png$/g, ''), svg, 1);
    },
    atATime,
  );
}

let made: { readonly edition: Edition; readonly files: ReturnType<typeof filesOf> } | undefined;

export const GET: APIRoute = async ({ params }) => {
  const edition = theEdition();
  if (made?.edition !== edition) made = { edition, files: filesOf(edition) };
  const png = await made.files(folder + (params['file'] ?? ''));
  if (!png) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
