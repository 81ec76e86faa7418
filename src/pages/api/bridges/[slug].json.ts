import type { APIRoute, GetStaticPaths } from 'astro';
import { bridgeFile } from '../../../publish/api-bridge.ts';
import { theEdition } from '../../_edition.ts';

export const getStaticPaths: GetStaticPaths = () =>
  theEdition().bridges.map(({ metric }) => ({ params: { slug: metric } }));

export const GET: APIRoute = ({ params }) => {
  const bridge = theEdition().bridges.find(({ metric }) => metric === params.slug);
  return bridge ? Response.json(bridgeFile(bridge)) : new Response(null, { status: 404 });
};
