import type { APIRoute, GetStaticPaths } from 'astro';
import { restatedFile } from '../../../publish/api.ts';
import { theEdition } from '../../_edition.ts';

export const getStaticPaths: GetStaticPaths = () =>
  theEdition()
    .metrics.filter(({ restated }) => restated.length > 0)
    .map((one) => ({ params: { slug: one.metric.slug } }));

export const GET: APIRoute = ({ params }) => {
  const edition = theEdition();
  const one = edition.metrics.find(({ metric }) => metric.slug === params.slug);
  return one ? Response.json(restatedFile(edition, one)) : new Response(null, { status: 404 });
};
