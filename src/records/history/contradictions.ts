import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { NewStore } from '../../store/open.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import { isMapped } from '../mapped-field.ts';

type Db = NewStore['db'];

/** What contradicts itself in the records. */
export const contradictionSorts = [
  /** A deal is in another stage than its last stage change led to. */
  'stage is not where it last moved',
  /** A deal is won, and never was in a stage in which most deals are won. */
  'won without a stage of won deals',
  /** A lead has a status of converted leads, and no moment at which it was converted. */
  'converted by its status only',
] as const;

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
  const found = [
    moves && knows('opportunity', 'stage')
      ? await contradiction(contradictionSorts[0], 'opportunity', otherStage, db)
      : null,
    moves && knows('opportunity', 'won')
      ? await contradiction(contradictionSorts[1], 'opportunity', wonElsewhere, db)
      : null,
    knows('lead', 'status', 'converted')
      ? await contradiction(contradictionSorts[2], 'lead', convertedByStatus, db)
      : null,
  ];
  return found.filter((each) => each !== null);
}

/** The last row of each deal's history. */
const lastMove = sql`select opportunity, "to" from (
    select opportunity, "to", row_number() over (partition by opportunity order by at desc, sequence desc, place desc) as nth
    from stage_change where opportunity is not null and "to" is not null and at is not null
  ) as moved where nth = 1`;

const otherStage = sql`select deal.key as key, deal.place as place from opportunity as deal
  join (${lastMove}) as move on move.opportunity = deal.key where deal.stage is not null and deal.stage <> move."to"`;

/** A stage of won deals is one in which at least half of those that moved there last are won. */
const winningStages = sql`select move."to" as stage from (${lastMove}) as move join opportunity as other on other.key = move.opportunity
  group by move."to" having 2 * sum(case when other.won = 1 then 1 else 0 end) >= count(*)`;

const wonElsewhere = sql`select deal.key as key, deal.place as place from opportunity as deal
  join (
    select change.opportunity as opportunity, max(case when winning.stage is null then 0 else 1 end) as reached
    from stage_change as change left join (${winningStages}) as winning on winning.stage = change."to"
    where change.opportunity is not null group by change.opportunity
  ) as way on way.opportunity = deal.key
  where deal.won = 1 and way.reached = 0`;

/** A status of converted leads is one of which at least half have been. */
const convertedByStatus = sql`select lead.key as key, lead.place as place from lead
  where lead.converted is null and lead.status in (
    select status from lead where status is not null group by status having 2 * count(converted) >= count(*)
  )`;

async function contradiction(
  sort: Contradiction['sort'],
  kind: string,
  query: RawBuilder<unknown>,
  db: Db,
): Promise<Contradiction | null> {
  const all = await sql<{ n: number }>`select count(*) as n from (${query}) as found`.execute(db);
  const count = Number(all.rows[0]?.n ?? 0);
  if (count === 0) return null;
  const { rows } = await sql<{
    key: string;
  }>`select key from (${query}) as found order by place limit ${keysTold}`.execute(db);
  return { sort, kind, count, keys: rows.map(({ key }) => key) };
}
