import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { NewStore } from '../../store/open.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import { contradictionSorts } from '../../values/health.ts';
import { isMapped } from '../mapped-field.ts';

type Db = NewStore['db'];

export interface Contradiction {
  readonly sort: (typeof contradictionSorts)[number];
  readonly kind: string;
  readonly count: number;
  /** The first ones, in the order of the files. */
  readonly keys: readonly string[];
}

/** Keys that are told of each sort. */
const keysTold = 200;

/**
 * Where a flag or a field of today contradicts the history that an agreement may count by, or another field: for the CRM's users to mend. Both stay
 * usable. Sorts of which there is none are missing. The store must be complete.
 */
export async function contradictionsOf(db: Db, catalogue: Catalogue): Promise<readonly Contradiction[]> {
  const knows = (name: string, ...fields: string[]): boolean => {
    const kind = catalogue.kinds.find((each) => each.name === name);
    return kind !== undefined && fields.every((field) => isMapped(kind, field));
  };
  const moves = knows('stage change', 'opportunity', 'to', 'at');
  const ofDeals = [
    ...(moves && knows('opportunity', 'stage') ? [{ sort: contradictionSorts[0], query: otherStage }] : []),
    ...(moves && knows('opportunity', 'won') ? [{ sort: contradictionSorts[1], query: wonElsewhere }] : []),
  ];
  const ofLeads = knows('lead', 'status', 'converted')
    ? [{ sort: contradictionSorts[2], query: convertedByStatus }]
    : [];
  return [
    ...(await contradictions('opportunity', ofDeals, sql`with last as materialized (${lastMoves})`, db)),
    ...(await contradictions('lead', ofLeads, sql``, db)),
  ];
}

/**
 * Each deal with the stage that it moved to last, where its history tells: made once for all that ask for it, which engines do only where they
 * are told to. Deals are gone through and each one's last move is looked up, so that no history is sorted.
 */
const lastMoves = sql`select deal.key as key, deal.place as place, deal.stage as stage, deal.won as won, (
    select move."to" from stage_change as move
    where move.opportunity = deal.key and move."to" is not null and move.at is not null
    order by move.at desc, move.sequence desc, move.place desc limit 1
  ) as moved from opportunity as deal`;

const otherStage = sql`select key, place from last where stage is not null and stage <> moved`;

/** A stage of won deals is one in which at least half of those that moved there last are won. */
const winningStages = sql`select moved from last where moved is not null
  group by moved having 2 * sum(case when won = 1 then 1 else 0 end) >= count(*)`;

/** Only deals of which the history tells something. */
const wonElsewhere = sql`select key, place from last
  where won = 1
    and exists (select 1 from stage_change as move where move.opportunity = last.key)
    and not exists (
      select 1 from stage_change as move where move.opportunity = last.key and move."to" in (${winningStages})
    )`;

/** The statuses of converted leads, as a query: those of which at least half have been. */
export const statusesOfConverted = sql`select status from lead where status is not null
  group by status having 2 * count(converted) >= count(*)`;

const convertedByStatus = sql`select lead.key as key, lead.place as place from lead
  where lead.converted is null and lead.status in (${statusesOfConverted})`;

interface Sought {
  readonly sort: Contradiction['sort'];
  /** Gives the key and the place of each record. */
  readonly query: RawBuilder<unknown>;
}

/** Those of a kind, in one go. `given`: what their queries share. */
async function contradictions(
  kind: string,
  sought: readonly Sought[],
  given: RawBuilder<unknown>,
  db: Db,
): Promise<Contradiction[]> {
  if (sought.length === 0) return [];
  const each = sought.map(
    ({ query }, number) => sql`select ${sql.lit(number)} as sought, key, place from (${query}) as one`,
  );
  const { rows } = await sql<{ sought: number; key: string; all: number }>`${given}
    select sought, key, "all" from (
      select sought, key, count(*) over (partition by sought) as "all",
        row_number() over (partition by sought order by place) as nth
      from (${sql.join(each, sql` union all `)}) as found
    ) as told where nth <= ${sql.lit(keysTold)} order by sought, nth`.execute(db);
  return sought.flatMap(({ sort }, number) => {
    const own = rows.filter((row) => Number(row.sought) === number);
    const [first] = own;
    return first ? [{ sort, kind, count: Number(first.all), keys: own.map(({ key }) => key) }] : [];
  });
}
