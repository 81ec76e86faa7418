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
    ...(await contradictions('opportunity', ofDeals, sql`with last as materialized (${lastMove})`, db)),
    ...(await contradictions('lead', ofLeads, sql``, db)),
  ];
}

/** The last row of each deal's history: made once for all that ask for it, which engines do only where they are told to. */
const lastMove = sql`select opportunity, "to" from (
    select opportunity, "to", row_number() over (partition by opportunity order by at desc, sequence desc, place desc) as nth
    from stage_change where opportunity is not null and "to" is not null and at is not null
  ) as moved where nth = 1`;

const otherStage = sql`select deal.key as key, deal.place as place from opportunity as deal
  join last as move on move.opportunity = deal.key where deal.stage is not null and deal.stage <> move."to"`;

/** A stage of won deals is one in which at least half of those that moved there last are won. */
const winningStages = sql`select move."to" as stage from last as move join opportunity as other on other.key = move.opportunity
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
