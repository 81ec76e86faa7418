import type { APIRoute, GetStaticPaths } from 'astro';
import { pauseTable } from '../../../publish/pause.ts';
import { theEdition } from '../../_edition.ts';

export const getStaticPaths: GetStaticPaths = () =>
  theEdition()
    .metrics.filter(({ metric }) => metric.promise?.pause != null)
    .map((one) => ({ params: { slug: one.metric.slug } }));

export const GET: APIRoute = ({ params }) => {
  const edition = theEdition();
  const one = edition.metrics.find(({ metric }) => metric.slug === params.slug);
  const headers = { 'content-type': 'text/csv; charset=utf-8' };
  return one ? new Response(pauseTable(edition, one), { headers }) : new Response(null, { status: 404 });
};
