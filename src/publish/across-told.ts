/** What pages of topics say of a breakdown, as far as it can be proved. */
import { checkStatement } from '../story/check/check-statement.ts';
import { state, type StatementKind } from '../story/statements/statement-kind.ts';
import { subjectOf } from '../story/subject.ts';
import type { Edition, MetricEdition } from '../values/edition.ts';
import type { Statement } from '../values/statement.ts';
import { materialOf } from './materials.ts';

/** The sentence of a kind about a metric's breakdown; null where there is nothing to say, or its check finds it false or badly written. */
export function acrossTold(
  edition: Edition,
  one: MetricEdition,
  kind: StatementKind,
  dimension: string,
): Statement | null {
  const material = materialOf(edition, one);
  const said = state(kind, subjectOf(material), dimension);
  return said && checkStatement(said, [material]).length === 0 ? said : null;
}
