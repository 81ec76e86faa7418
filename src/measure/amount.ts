import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { localDay, momentAt, momentOfPath } from './moments.ts';
import { lacksRate, operandAt } from './operand.ts';
import { follow } from './follow.ts';
import type { Place } from './place.ts';
import type { Truth } from './truth.ts';
import type { Figure, Measure } from '../values/agreement.ts';
import type { FieldPath } from '../values/tree.ts';

/** What a measure takes of a record. */
export interface Amount {
  readonly amount: RawBuilder<unknown>;
  /** Whether it is undecided. Null: it never is. */
  readonly waits: Truth['waits'];
  /** Whether it is a stretch of time that has begun and is not over yet. Null: it never is. */
  readonly open: Expression<SqlBool> | null;
  /** Whether there is an amount, but no rate for it. Null: it is no money. */
  readonly unpriced: Expression<SqlBool> | null;
}

/** The field or figure that a measure takes of each record, or counts it in. */
export function amountPath(measure: Measure): FieldPath | null {
  if ('countedIn' in measure) return measure.countedIn;
  return 'of' in measure && typeof measure.of !== 'string' ? measure.of : null;
}

/** Of a moment its local date. */
export function amountOf(measure: Measure, place: Place): Amount {
  const path = amountPath(measure);
  if (path === null) return { amount: sql`null`, waits: null, open: null, unpriced: null };
  if (path.type.is === 'moment') {
    const moment = momentOfPath(place, path);
    const day = localDay(moment, place.scope.statement);
    return { amount: day, waits: moment.waits, open: null, unpriced: null };
  }
  const operand = operandAt(place, { value: 'field', path });
  return {
    amount: operand.sql,
    waits: operand.waits,
    open: openIn(place, path),
    unpriced: path.type.is === 'money' ? lacksRate(place, path) : null,
  };
}

/** Whether a figure that is a distance between two moments knows where it starts, and not yet where it ends. */
function openIn(place: Place, path: FieldPath): Expression<SqlBool> | null {
  const at = follow(place, path.links);
  const figure = path.figure ? figureNamed(at, path.field) : undefined;
  if (!figure) return null;
  if (figure.is.value === 'field') return openIn(at, figure.is.path);
  if (figure.is.value !== 'distance') return null;
  const [from, to] = [momentAt(at, figure.is.from), momentAt(at, figure.is.to)];
  const isOpen = sql<SqlBool>`${from.sql} is not null and ${to.sql} is null`;
  if (figure.term === null) return isOpen;
  return sql<SqlBool>`${isOpen} and ${at.scope.statement.reader.termTruth(figure.term, at).holds}`;
}

const figureNamed = ({ scope, kind }: Place, name: string): Figure | undefined =>
  scope.statement.agreement.figures.find((one) => one.kind === kind.name && one.name === name);
