import type { APIRoute, GetStaticPaths } from 'astro';
import { pauseFile } from '../../../publish/pause.ts';
import { theEdition } from '../../_edition.ts';

export const getStaticPaths: GetStaticPaths = () =>
  theEdition()
    .metrics.filter(({ metric }) => metric.promise?.pause != null)
    .map((one) => ({ params: { slug: one.metric.slug } }));

export const GET: APIRoute = ({ params }) => {
  const edition = theEdition();
  const one = edition.metrics.find(({ metric }) => metric.slug === params.slug);
  return one ? Response.json(pauseFile(edition, one)) : new Response(null, { status: 404 });
};
