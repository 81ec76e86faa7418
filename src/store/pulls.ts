import type { Kysely } from 'kysely';
import type { PullTold } from '../values/pulls.ts';
import type { Database } from './database.ts';

/** Keeps what is known of each connection's pulls. */
export async function writePulls(db: Kysely<Database>, pulls: readonly PullTold[]): Promise<void> {
  for (const { connection, agreedEvery, last, lastComplete } of pulls) {
    await db
      .insertInto('pull_account')
      .values({
        connection,
        agreed_every: agreedEvery,
        last_ended: last?.ended ?? null,
        last_outcome: last?.outcome ?? null,
        last_complete: lastComplete,
      })
      .execute();
    for (const [nth, says] of (last?.says ?? []).entries())
      await db.insertInto('pull_said').values({ connection, nth, says }).execute();
  }
}

/** Keeps what is known now in place of what was known before. */
export async function replacePulls(db: Kysely<Database>, pulls: readonly PullTold[]): Promise<void> {
  await db.deleteFrom('pull_said').execute();
  await db.deleteFrom('pull_account').execute();
  await writePulls(db, pulls);
}

/** What was kept of them, by the connections' names. */
export async function readPulls(db: Kysely<Database>): Promise<readonly PullTold[]> {
  const rows = await db.selectFrom('pull_account').selectAll().orderBy('connection').execute();
  const said = await db.selectFrom('pull_said').selectAll().orderBy('nth').execute();
  return rows.map(({ connection, agreed_every, last_ended: ended, last_outcome: outcome, last_complete }): PullTold => {
    const says = said.filter((line) => line.connection === connection).map((line) => line.says);
    const last = ended === null || outcome === null ? null : { ended, outcome, says };
    return { connection, agreedEvery: agreed_every, last, lastComplete: last_complete };
  });
}
