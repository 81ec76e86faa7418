import { sql, type Expression, type SqlBool } from 'kysely';

/** A sentence about a record, as SQL. */
export interface Truth {
  /** Never null. */
  readonly holds: Expression<SqlBool>;
  /** Whether it is undecided because a window is still open; null: it never waits. Never null in SQL. */
  readonly waits: Expression<SqlBool> | null;
  /**
   * The same as `holds` for a `where`, which takes null for false: plain conditions that all must hold, so that an index can answer them.
   * Absent: it is `holds` itself.
   */
  readonly conditions?: readonly Expression<unknown>[];
  /** What it is the negation of, so that two negations are none. */
  readonly negates?: Truth;
}

const decided = (holds: Expression<SqlBool>): Truth => ({ holds, waits: null });

/** What holds only where it is not null. */
export const where = (maybe: Expression<unknown>): Truth => ({
  ...decided(sql<SqlBool>`coalesce(${maybe}, false)`),
  conditions: [maybe],
});

/** What a `where` asks for so that it holds: see `Truth`. */
export const conditionsOf = ({ holds, conditions = [holds] }: Truth): readonly Expression<SqlBool>[] =>
  conditions as readonly Expression<SqlBool>[];

export const always: Truth = decided(sql<SqlBool>`true`);
export const never: Truth = decided(sql<SqlBool>`false`);

/** A truth that also waits where `waits` says so. */
export const waiting = (truth: Truth, waits: Truth['waits']): Truth => ({
  ...truth,
  waits: either([truth.waits, waits]),
});

/** Whether any of them waits. */
export function either(waits: readonly Truth['waits'][]): Truth['waits'] {
  const able = waits.filter((one) => one !== null);
  if (able.length < 2) return able[0] ?? null;
  return sql<SqlBool>`(${sql.join(able, sql` or `)})`;
}

const waitsOf = (truths: readonly Truth[]): Truth['waits'] => either(truths.map((truth) => truth.waits));

const joined = (truths: readonly Truth[], word: 'and' | 'or'): Expression<SqlBool> =>
  sql<SqlBool>`(${sql.join(
    truths.map((truth) => truth.holds),
    sql.raw(` ${word} `),
  )})`;

export function allOf(truths: readonly Truth[]): Truth {
  if (truths.length < 2) return truths[0] ?? always;
  return { holds: joined(truths, 'and'), waits: waitsOf(truths), conditions: truths.flatMap(conditionsOf) };
}

/**
 * That a record is one of those that are counted: all hold. What fails one of them for good does not wait for the others: who did not come to us
 * will not be someone who came to us and was never called.
 */
export function belongs(truths: readonly Truth[]): Truth {
  const truth = allOf(truths);
  if (truths.length < 2 || truth.waits === null) return truth;
  const yet = truths.map(({ holds, waits }) => (waits ? sql<SqlBool>`(${holds} or ${waits})` : holds));
  return { ...truth, waits: sql<SqlBool>`(${truth.waits} and ${sql.join(yet, sql` and `)})` };
}

export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.length < 2) return truths[0] ?? never;
  return { holds: joined(truths, 'or'), waits: waitsOf(truths) };
}

export function notOf(truth: Truth): Truth {
  if (truth.negates) return truth.negates;
  return { holds: sql<SqlBool>`not ${truth.holds}`, waits: truth.waits, negates: truth };
}

/** Of tests of which the first that holds decides, whether each waits and is asked: none before it holds. */
export function asked(tests: readonly Truth[]): Truth['waits'][] {
  return tests.map((test, index) => {
    const before = tests.slice(0, index).map(({ holds }) => sql`not ${holds}`);
    return test.waits && sql<SqlBool>`(${sql.join([...before, test.waits], sql` and `)})`;
  });
}
