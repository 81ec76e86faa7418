import type { Finding, Statement, Verdict } from '../../values/statement.ts';
import { saidInFinding, saidInVerdict } from '../said-in.ts';
import { claimOf } from '../statements/claims.ts';
import { kinds } from '../statements/kinds.ts';
import type { Material } from '../subject.ts';
import { checkAgainst } from './check-statement.ts';
import { contradictions, type Claimed } from './contradictions.ts';
import { groundOf, type Ground } from './ground.ts';

/** Something said that should not be published, and why. */
export interface Wrong {
  readonly statement: Statement;
  readonly why: string;
}

/** All that the headline page says of the promises together, and one by one. */
export const saidOfPromises = (verdict: Verdict): Statement[] => [...saidInVerdict(verdict), ...verdict.offs];

/** A statement with what it claims. Of all promises together none is claimed. */
export function claimedBy(statement: Statement, ground: Ground): Claimed {
  const kind = kinds.find((one) => one.kind === statement.kind);
  const known = ground.about(statement.subject);
  return { statement, claims: kind && known ? kind.claims(statement.facts, known.subject) : [] };
}

/** The marks that stand beside what is said of each metric: no sentence may tell of another one. */
export const marksShown = (findings: readonly Finding[]): Claimed[] =>
  findings.map(({ metric: slug, period, mark, title }) => ({
    statement: title,
    claims: claimOf('mark', { metric: { slug } }, period?.name, mark.mark),
  }));

/** What is wrong with all that an edition says: sentences that are false or badly written, and those that say otherwise than one before them. */
export function checkEdition(verdict: Verdict, findings: readonly Finding[], materials: readonly Material[]): Wrong[] {
  const ground = groundOf(materials);
  if (!ground) return [];
  const pages = [saidOfPromises(verdict), ...findings.map(saidInFinding)];
  const all = pages.flat();
  const wrong = all.flatMap((statement) => checkAgainst(statement, ground).map((why) => ({ statement, why })));
  const claimed = [...marksShown(findings), ...all.map((statement) => claimedBy(statement, ground))];
  const against = contradictions(claimed).map(({ statement, other, about }) => ({
    statement,
    why: `‘${other.words}’ says otherwise of the ${about}`,
  }));
  return [...wrong, ...against];
}
