/** Why nothing newer came: what is known of pulls, as pages tell it. */
import { pullWords } from '../story/locale/en/age.ts';
import { pullOf } from '../story/locale/en/fresh.ts';
import { localDay } from '../story/subject.ts';
import type { Edition } from '../values/edition.ts';
import type { PullTold } from '../values/pulls.ts';

/** A pull that was not complete. */
export type PullAmiss = PullTold & {
  readonly last: NonNullable<PullTold['last']> & { readonly outcome: 'partial' | 'failed' };
};

/** Those whose last pull was not complete: what failed first, then the one that has been without a complete pull for longest. */
export function pullsAmiss({ account }: Pick<Edition, 'account'>): readonly PullAmiss[] {
  const amiss = account.pulls.filter(
    (pull): pull is PullAmiss => pull.last !== null && pull.last.outcome !== 'complete',
  );
  const rank = ({ last }: PullAmiss): number => (last.outcome === 'failed' ? 0 : 1);
  return amiss.toSorted((one, other) => rank(one) - rank(other) || (one.lastComplete ?? 0) - (other.lastComplete ?? 0));
}

/** `the pull of Tuesday failed`; null where none did. */
export function pullAmissWords(edition: Pick<Edition, 'account' | 'agreement' | 'now'>): string | null {
  const [first] = pullsAmiss(edition);
  if (!first) return null;
  const { timeZone } = edition.agreement.company;
  const pull = pullOf(localDay(first.last.ended, timeZone), localDay(edition.now, timeZone));
  return pullWords[first.last.outcome](pull);
}

/** The pull that is due first: when it was complete last, and within what time it is agreed to be again; null where nothing is agreed. */
export function pullDue({
  account,
}: Pick<Edition, 'account'>): { readonly complete: number; readonly agreedEvery: number } | null {
  const agreed = account.pulls.flatMap(({ lastComplete, agreedEvery }) =>
    lastComplete === null || agreedEvery === null ? [] : [{ complete: lastComplete, agreedEvery }],
  );
  const [first] = agreed.toSorted((one, other) => one.complete + one.agreedEvery - other.complete - other.agreedEvery);
  return first ?? null;
}
