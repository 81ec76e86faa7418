import type { Place } from '../../values/problem.ts';
import { ownersAnswer, type Owner } from './answers.ts';
import { nextAfter } from './paging.ts';
import type { Wire } from './wire.ts';

const aPage = 500;

/** All owners, those who left too: records still name them. */
export async function ownersOf(wire: Wire, at: Place): Promise<readonly Owner[]> {
  return [...(await ownersThat(wire, at, false)), ...(await ownersThat(wire, at, true))];
}

async function ownersThat(wire: Wire, at: Place, archived: boolean): Promise<readonly Owner[]> {
  const found: Owner[] = [];
  for (let after: string | null = null; ;) {
    const query = { limit: String(aPage), archived: String(archived), ...(after === null ? {} : { after }) };
    const { results, paging } = await wire.ask({
      path: '/crm/v3/owners',
      query,
      what: 'the owners',
      answer: ownersAnswer,
      at,
    });
    found.push(...results.map((owner) => ({ ...owner, archived: owner.archived ?? archived })));
    after = nextAfter(paging, after, 'the owners');
    if (after === null) return found;
  }
}
