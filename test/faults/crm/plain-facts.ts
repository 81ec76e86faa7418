/** The records that plain tables give, as far as rows tell them: what follows from other records is not among them. */
import { mergesIn, type PlainMerges, type PlainTable, fateOf } from './plain-records.ts';
import type { Row } from './life.ts';

/** A table of records with what is told of each. */
type Told = readonly [table: string, facts: Readonly<Record<string, string | number | null>>];

const instant = (text = ''): number | null => (text === '' ? null : Date.parse(text) / 1000);
const number = (text = ''): number | null => (text === '' ? null : Number(text));
const orNull = (text = ''): string | null => (text === '' ? null : text);

/** The local day of an instant in Berlin, where the company is. */
const day = (text = ''): string | null =>
  text === '' ? null : new Date(text).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });

interface Merges {
  readonly leads: PlainMerges;
  readonly deals: PlainMerges;
}

/** What a row of each table says, with links as they are after merging. */
const factsOf: Readonly<Record<string, (row: Row, merges: Merges) => Told[]>> = {
  users: ({ key, cells: { Team, Robot } }) => [['user', { key, team: orNull(Team), robot: Robot === 'yes' ? 1 : 0 }]],
  leads(row, { leads, deals }) {
    const { Status, Owner, Score, Contact, Deal, Changed } = row.cells;
    const [created, converted] = ['Created', 'Converted'].map((column) => earliest(row, column, leads));
    const links = { owner: orNull(Owner), contact: orNull(Contact), opportunity: linked(Deal, deals) };
    const told = {
      key: row.key,
      created,
      converted,
      status: orNull(Status),
      score: number(Score),
      modified: instant(Changed),
    };
    return [['lead', { ...told, ...links } as Told[1]]];
  },
  'lead history': ({ key, cells: { Lead, Field, Old, New, At } }, { leads }) => [
    [
      'field_change',
      { key, lead: linked(Lead, leads), field: orNull(Field), from: orNull(Old), to: orNull(New), at: instant(At) },
    ],
  ],
  deals(row, { deals }) {
    const { Stage, Amount, Owner, Contacts = '', Changed } = row.cells;
    const amount = Amount === '' ? null : Math.round(Number(Amount) * 100);
    const created = earliest(row, 'Created', deals);
    const contacts = Contacts.split(';').filter(Boolean);
    return [
      [
        'opportunity',
        { key: row.key, created, stage: orNull(Stage), amount, owner: orNull(Owner), modified: instant(Changed) },
      ],
      ...contacts.map((contact): Told => ['deal_contact', { opportunity: row.key, contact }]),
    ];
  },
  stages: ({ key, cells: { Deal, Stage, At, Nth } }, { deals }) => [
    [
      'stage_change',
      { key, opportunity: linked(Deal, deals), to: orNull(Stage), at: instant(At), sequence: number(Nth) },
    ],
  ],
  tasks({ key, cells: { Kind, Done, Contact, Deal, Owner, Minutes, Changed } }, { deals }) {
    const links = { contact: orNull(Contact), opportunity: linked(Deal, deals), owner: orNull(Owner) };
    const told = {
      kind: orNull(Kind),
      completed: instant(Done),
      duration: number(Minutes),
      modified: instant(Changed),
    };
    return [['activity', { key, ...told, ...links }]];
  },
  members: ({ key, cells: { Campaign, Lead, Contact, Responded } }, { leads }) => [
    [
      'campaign_member',
      {
        key,
        campaign: orNull(Campaign),
        lead: linked(Lead, leads),
        contact: orNull(Contact),
        responded: day(Responded),
      },
    ],
  ],
};

function linked(key: string | undefined, { winnerOf }: PlainMerges): string | null {
  return key ? winnerOf(key) : null;
}

/** The earliest that the record, or any that was merged into it, tells of a moment. */
function earliest({ key, cells }: Row, column: string, { merged, winnerOf }: PlainMerges): number | null {
  const others = [...merged].flatMap(([other, row]) => (row && winnerOf(other) === key ? [row.cells[column]] : []));
  const known = [cells[column], ...others].flatMap((text) => instant(text) ?? []);
  return known.length === 0 ? null : Math.min(...known);
}

const nothing: PlainMerges = { winnerOf: (key) => key, merged: new Map() };

/** All that the tables tell, a sorted line for each record. */
export function plainFacts(tables: readonly PlainTable[]): string[] {
  const of = (name: string): PlainMerges => {
    const told = tables.find(({ table }) => table.name === name);
    return told ? mergesIn(told) : nothing;
  };
  const merges = { leads: of('leads'), deals: of('deals') };
  const told = tables.flatMap(({ table, rows }) => {
    const own = { leads: merges.leads, deals: merges.deals }[table.name];
    const standing = [...rows.values()].filter((row) => fateOf(row) === 'there' && !own?.merged.has(row.key));
    return standing.flatMap((row) => factsOf[table.name]?.(row, merges) ?? []);
  });
  return told.map(lineOf).toSorted();
}

/** The facts of the same sorts that a dump tells; of histories only what files gave. */
export function factsInDump(dump: string): string[] {
  const lines = dump
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, string | number>);
  return lines
    .flatMap(({ table = '', observed, ...facts }): Told[] => {
      const columns = columnsTold[table];
      if (!columns || observed === 1) return [];
      return [[String(table), Object.fromEntries(columns.map((column) => [column, facts[column] ?? null]))]];
    })
    .map(lineOf)
    .toSorted();
}

/** Where a dump does not tell just what the tables come to, a line each; as often as they do. */
export function unlikePlain(tables: readonly PlainTable[], dump: string): string[] {
  const [expected, found] = [plainFacts(tables), factsInDump(dump)];
  const [wanted, there] = [new Set(expected), new Set(found)];
  const lacks = [...wanted].filter((line) => !there.has(line)).map((line) => `lacks ${line}`);
  const extra = [...there].filter((line) => !wanted.has(line)).map((line) => `has besides ${line}`);
  const counts = expected.length === found.length ? [] : [`has ${found.length} records, not ${expected.length}`];
  return [...lacks, ...extra, ...counts];
}

/** Which columns are told of each table of records. */
const columnsTold: Readonly<Record<string, readonly string[]>> = {
  user: ['key', 'team', 'robot'],
  lead: ['key', 'created', 'converted', 'status', 'score', 'modified', 'owner', 'contact', 'opportunity'],
  field_change: ['key', 'lead', 'field', 'from', 'to', 'at'],
  opportunity: ['key', 'created', 'stage', 'amount', 'owner', 'modified'],
  deal_contact: ['opportunity', 'contact'],
  stage_change: ['key', 'opportunity', 'to', 'at', 'sequence'],
  activity: ['key', 'kind', 'completed', 'duration', 'modified', 'contact', 'opportunity', 'owner'],
  campaign_member: ['key', 'campaign', 'lead', 'contact', 'responded'],
};

function lineOf([table, facts]: Told): string {
  const sorted = Object.entries(facts).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `${table} ${JSON.stringify(Object.fromEntries(sorted))}`;
}
