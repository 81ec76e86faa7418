import type { Place } from '../../values/problem.ts';
import { PullFault } from '../pull-fault.ts';
import { associationsAnswer, type Association } from './answers.ts';
import type { CrmObject } from './objects.ts';
import type { Wire } from './wire.ts';

/** By the id of a record those that are associated with it. */
export type Associated = ReadonlyMap<string, readonly Association[]>;

const aBatch = 1000;

/** The associations of records with those of another object, by HubSpot's associations v4: one call for a thousand records, more for one with very many. */
export async function associatedWith(
  { wire, object, at }: { readonly wire: Wire; readonly object: CrmObject; readonly at: Place },
  ids: readonly string[],
  to: string,
): Promise<Associated> {
  const found = new Map<string, Association[]>();
  let inputs: { readonly id: string; readonly after?: string }[] = ids.map((id) => ({ id }));
  while (inputs.length > 0) {
    const some = inputs.slice(0, aBatch);
    const rest = inputs.slice(aBatch);
    const what = `the ${to} associated with ${object.name}`;
    const { results, errors } = await wire.ask({
      path: `/crm/v4/associations/${encodeURIComponent(object.type)}/${encodeURIComponent(to)}/batch/read`,
      body: { inputs: some },
      what,
      answer: associationsAnswer,
      at,
    });
    refuseErrors(errors, what, at);
    for (const { from, to: others } of results) found.set(from.id, [...(found.get(from.id) ?? []), ...others]);
    const more = results.flatMap(({ from, paging }) =>
      paging?.next ? [{ id: from.id, after: paging.next.after }] : [],
    );
    if (more.some(({ id, after }) => some.some((input) => input.id === id && input.after === after)))
      throw new PullFault('machine', `HubSpot sends ${what} without end`, 'start the pull again', at);
    inputs = [...more, ...rest];
  }
  return found;
}

/** A record without associations is told as an error, and is none. */
function refuseErrors(
  errors: readonly { readonly message?: string | undefined; readonly subCategory?: unknown }[],
  what: string,
  at: Place,
): void {
  const real = errors.find(({ subCategory }) => !/NO_ASSOCIATIONS_FOUND/.test(JSON.stringify(subCategory ?? '')));
  if (real) throw new PullFault('machine', `HubSpot refuses ${what}: "${real.message ?? 'without a word'}"`, '', at);
}

/** Ids as export files write them: each once, in HubSpot's order, joined by `;`. */
export function idsOf(associations: readonly Association[], primaryOnly: boolean): string {
  const wanted = primaryOnly ? associations.filter(isPrimary) : associations;
  return [...new Set(wanted.map(({ toObjectId }) => toObjectId))].join(';');
}

function isPrimary({ associationTypes }: Association): boolean {
  return associationTypes.some(({ label }) => label === 'Primary');
}
