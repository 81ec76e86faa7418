/** Sentences about one metric that a page says beside its finding, as far as they can be proved. */
import { checkAgainst } from '../story/check/check-statement.ts';
import { groundOf, type Ground } from '../story/check/ground.ts';
import { state, type StatementKind } from '../story/statements/statement-kind.ts';
import type { Edition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import { materialOf } from './materials.ts';

/** Says something of a metric by its slug; null where there is nothing to say, or its check finds it wrong. */
export type SaidOf = (slug: string, kind: StatementKind) => Statement | null;

const grounds = new WeakMap<Edition, Ground | null>();

/** The values are read once for all pages of an edition. */
function groundFor(edition: Edition): Ground | null {
  const known = grounds.get(edition);
  if (known !== undefined) return known;
  const ground = groundOf(edition.metrics.map((one) => materialOf(edition, one)));
  grounds.set(edition, ground);
  return ground;
}

export const saidOf =
  (edition: Edition): SaidOf =>
  (slug, kind) => {
    const ground = groundFor(edition);
    const subject = ground?.about(slug)?.subject;
    const statement = subject ? state(kind, subject) : null;
    return ground && statement && checkAgainst(statement, ground).length === 0 ? statement : null;
  };
