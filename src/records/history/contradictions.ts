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

/** Only deals of which the history tells something: the second list is made for no more than those that are left. */
const wonElsewhere = sql`select deal.key as key, deal.place as place from opportunity as deal
  where deal.won = 1
    and deal.key not in (
      select opportunity from stage_change where opportunity is not null and "to" in (${winningStages})
    )
    and deal.key in (select opportunity from stage_change where opportunity is not null)`;

/** The statuses of converted leads, as a query: those of which at least half have been. */
export const statusesOfConverted = sql`select status from lead where status is not null
  group by status having 2 * count(converted) >= count(*)`;

const convertedByStatus = sql`select lead.key as key, lead.place as place from lead
  where lead.converted is null and lead.status in (${statusesOfConverted})`;

async function contradiction(
  sort: Contradiction['sort'],
  kind: string,
  query: RawBuilder<unknown>,
  db: Db,
): Promise<Contradiction | null> {
  const { rows } = await sql<{
    key: string;
    all: number;
  }>`select key, count(*) over () as "all" from (${query}) as found order by place limit ${keysTold}`.execute(db);
  const [first] = rows;
  return first ? { sort, kind, count: Number(first.all), keys: rows.map(({ key }) => key) } : null;
}
