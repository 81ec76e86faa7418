import type { APIRoute, GetStaticPaths } from 'astro';
import { bridgeTable } from '../../../publish/api-bridge.ts';
import { theEdition } from '../../_edition.ts';

export const getStaticPaths: GetStaticPaths = () =>
  theEdition().bridges.map(({ metric }) => ({ params: { slug: metric } }));

export const GET: APIRoute = ({ params }) => {
  const bridge = theEdition().bridges.find(({ metric }) => metric === params.slug);
  const headers = { 'content-type': 'text/csv; charset=utf-8' };
  return bridge ? new Response(bridgeTable(bridge), { headers }) : new Response(null, { status: 404 });
};
