import type { APIRoute, GetStaticPaths } from 'astro';
import { casesFile } from '../../../../publish/cases-table.ts';
import { theEdition } from '../../../_edition.ts';

/** Of the managers' edition only: the company's has no lists. */
export const getStaticPaths: GetStaticPaths = () =>
  theEdition().cases.map(({ metric, period }) => ({ params: { slug: metric, period } }));

export const GET: APIRoute = ({ params }) => {
  const list = theEdition().cases.find(({ metric, period }) => metric === params.slug && period === params.period);
  const headers = { 'content-type': 'text/csv; charset=utf-8' };
  return list ? new Response(casesFile(list), { headers }) : new Response(null, { status: 404 });
};
