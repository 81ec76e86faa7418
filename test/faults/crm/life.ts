/** What happens in a CRM: every version of every row, in the order of time. */
import type { Chance } from '../../plain/chance.ts';
import { oneOf } from '../../plain/chance.ts';
import { tableNamed } from './tables.ts';

/** A row as it is from an instant on. */
export interface Version {
  readonly table: string;
  readonly key: string;
  /** When it came to be so, seconds since 1970. */
  readonly at: number;
  /** What its columns hold; null: it is gone without a trace. */
  readonly cells: Readonly<Record<string, string>> | null;
}

type Cells = Readonly<Record<string, string>>;

/** The instant as an export writes it. */
export const written = (instant: number): string => new Date(instant * 1000).toISOString().replace('.000Z', 'Z');

interface World {
  readonly chance: Chance;
  readonly losesTraces: Lively['losesTraces'];
  readonly versions: Version[];
  readonly rows: Map<string, Map<string, Cells>>;
  now: number;
  /** Keys given so far. */
  keys: number;
}

function rowsOf({ rows }: World, table: string): Map<string, Cells> {
  const known = rows.get(table) ?? new Map<string, Cells>();
  rows.set(table, known);
  return known;
}

/** Writes a row. Where it is `unnoticed`, its stamp stays as it was. */
function write(world: World, table: string, key: string, cells: Cells, unnoticed = false): void {
  const { stamped } = tableNamed(table);
  const stamp = stamped && !(unnoticed && cells['Changed']) ? { Changed: written(world.now) } : {};
  const row = { ...cells, Id: key, ...stamp };
  rowsOf(world, table).set(key, row);
  world.versions.push({ table, key, at: world.now, cells: row });
}

function drop(world: World, table: string, key: string): void {
  rowsOf(world, table).delete(key);
  world.versions.push({ table, key, at: world.now, cells: null });
}

/** A row that is there, and neither deleted nor merged. */
function anyRow(world: World, table: string): readonly [string, Cells] | null {
  const there = [...rowsOf(world, table)].filter(([, { Deleted }]) => Deleted !== 'yes');
  return oneOf(world.chance, there);
}

const anyKey = (world: World, table: string): string =>
  world.chance.often(8) ? (anyRow(world, table)?.[0] ?? '') : '';
function nextKey(world: World, letter: string): string {
  world.keys += 1;
  return `${letter}${world.keys}`;
}
const owners = ['U1', 'U2', 'Q1', ''] as const;
const contacts = ['C1', 'C2', 'C3'];

function tellLead(world: World, lead: string, field: string, from: string, to: string): void {
  const cells = { Lead: lead, Field: field, Old: from, New: to, At: written(world.now), Deleted: 'no' };
  write(world, 'lead history', nextKey(world, 'H'), cells);
}

function newLead(world: World): void {
  const { chance, now } = world;
  const cells = { Created: written(now), Status: 'New', Owner: chance.one(owners), Score: String(chance.whole(0, 99)) };
  const empty = { Converted: '', Contact: '', Deal: '', Into: '', Deleted: 'no' };
  const Mail = chance.one(['', 'ann@x.example', 'bob@x.example', 'cy@x.example']);
  write(world, 'leads', nextKey(world, 'L'), { ...cells, ...empty, Mail });
}

function changeLead(world: World): void {
  const { chance, now } = world;
  const [key, cells] = anyRow(world, 'leads') ?? [];
  if (key === undefined || !cells) return newLead(world);
  if (chance.often(5)) {
    const Status = chance.one(['Qualified', 'Accepted', 'Rejected', 'Test', 'New']);
    tellLead(world, key, 'Status', cells['Status'] ?? '', Status);
    return write(world, 'leads', key, { ...cells, Status });
  }
  if (chance.often(3)) {
    const Owner = chance.one(owners);
    tellLead(world, key, 'Owner', cells['Owner'] ?? '', Owner);
    return write(world, 'leads', key, { ...cells, Owner });
  }
  if (chance.often(3)) {
    const became = { Converted: written(now), Contact: chance.one(['C1', 'C2']), Deal: anyKey(world, 'deals') };
    return write(world, 'leads', key, { ...cells, ...became });
  }
  write(world, 'leads', key, { ...cells, Score: chance.one(['7', 'many', '88', '']) }, chance.often(3));
}

/** One of two goes into the other, and stays in the CRM's bin. */
function mergeLeads(world: World): void {
  const [loser, cells] = anyRow(world, 'leads') ?? [];
  const [winner] = anyRow(world, 'leads') ?? [];
  if (loser === undefined || winner === undefined || loser === winner) return newLead(world);
  write(world, 'leads', loser, { ...cells, Deleted: 'yes', Into: winner });
}

function newDeal(world: World): void {
  const { chance, now } = world;
  const key = nextKey(world, 'D');
  const cells = { Created: written(now), Stage: 'Open', Amount: `${chance.whole(1, 9)}.50`, Owner: chance.one(owners) };
  write(world, 'deals', key, { ...cells, Contacts: chance.some(contacts).join(';'), Deleted: 'no', From: '' });
  tellStage(world, key, 'Open', 1);
}

function tellStage(world: World, deal: string, stage: string, nth: number): void {
  const cells = { Deal: deal, Stage: stage, At: written(world.now), Nth: String(nth), Deleted: 'no' };
  write(world, 'stages', nextKey(world, 'S'), cells);
}

function changeDeal(world: World): void {
  const { chance } = world;
  const [key, cells] = anyRow(world, 'deals') ?? [];
  if (key === undefined || !cells) return newDeal(world);
  const stays = cells['From'] !== '' && !world.losesTraces;
  if (chance.often(5)) {
    const Stage = chance.one(['Offer', 'Won', 'Lost', stays ? 'Offer' : 'Test', 'Open']);
    // Some CRMs pass a stage by in the same second.
    if (chance.often(2)) tellStage(world, key, 'Talks', 1);
    tellStage(world, key, Stage, 2);
    return write(world, 'deals', key, { ...cells, Stage });
  }
  const said = {
    Amount: chance.one(['12.25', '0.99', stays ? '7' : 'much', '']),
    Contacts: chance.some(contacts).join(';'),
  };
  write(world, 'deals', key, { ...cells, ...said }, chance.often(3));
}

/** One of two goes into the other, which names it and keeps the earlier moment; it is gone itself, or in the bin. */
function mergeDeals(world: World): void {
  const [loser, old] = anyRow(world, 'deals') ?? [];
  const [winner, cells] = anyRow(world, 'deals') ?? [];
  if (loser === undefined || winner === undefined || loser === winner || !old || !cells) return newDeal(world);
  const From = [cells['From'], old['From'], loser].filter(Boolean).join(';');
  const [Created = ''] = [old['Created'] ?? '', cells['Created'] ?? ''].toSorted();
  const isRecord = world.losesTraces ? {} : { Stage: 'Offer', Amount: '3.10' };
  write(world, 'deals', winner, { ...cells, ...isRecord, From, Created });
  if (world.losesTraces && world.chance.often(5)) drop(world, 'deals', loser);
  else write(world, 'deals', loser, { ...old, Deleted: 'yes' });
}

function newTask(world: World): void {
  const { chance, now } = world;
  const with_ = { Lead: anyKey(world, 'leads'), Contact: '', Deal: anyKey(world, 'deals'), Owner: chance.one(owners) };
  const cells = { Kind: chance.one(['call', 'email']), Done: written(now), Minutes: '5', Deleted: 'no' };
  write(world, 'tasks', nextKey(world, 'T'), { ...with_, ...cells });
}

function changeTask(world: World): void {
  const { chance } = world;
  const [key, cells] = anyRow(world, 'tasks') ?? [];
  if (key === undefined || !cells) return newTask(world);
  if (chance.often(3)) return drop(world, 'tasks', key);
  const [Test, long] = world.losesTraces ? (['Test', 'long'] as const) : (['email', '30'] as const);
  const said = { Kind: chance.one(['call', Test, 'email']), Minutes: chance.one(['10', long, '3']) };
  write(world, 'tasks', key, { ...cells, ...said }, chance.often(2));
}

function newMember(world: World): void {
  const { chance, now } = world;
  const who = chance.often(5)
    ? { Lead: anyKey(world, 'leads'), Contact: '' }
    : { Lead: '', Contact: chance.one(['C1', 'C3']) };
  const cells = { Campaign: chance.one(['K1', 'K2']), Responded: chance.often(5) ? written(now) : '', Deleted: 'no' };
  write(world, 'members', nextKey(world, 'M'), { ...cells, ...who });
}

function changeUser(world: World): void {
  const { chance } = world;
  const key = chance.one(['U1', 'U2', 'Q1']);
  write(world, 'users', key, { Team: chance.one(['Sales', 'Marketing', '']), Robot: key === 'Q1' ? 'yes' : 'no' });
}

/** Into the bin, or out of it again; not what was merged. Where nothing tells which row is newer, nothing comes out. */
function bin(world: World): void {
  const { chance } = world;
  const table = chance.one(['leads', 'deals', 'tasks', 'members', 'stages', 'lead history']);
  const { stamped } = tableNamed(table);
  const named = new Set([...rowsOf(world, table).values()].flatMap(({ From = '' }) => From.split(';')));
  const rows = [...rowsOf(world, table)].filter(
    ([key, { Deleted, Into = '', From = '' }]) =>
      Into === '' && !named.has(key) && (world.losesTraces || From === '') && (stamped || Deleted !== 'yes'),
  );
  const [key, cells] = oneOf(chance, rows) ?? [];
  if (key === undefined || !cells) return newLead(world);
  write(world, table, key, { ...cells, Deleted: cells['Deleted'] === 'yes' ? 'no' : 'yes' });
}

/** The earlier ones happen more often. */
const happenings = [
  changeLead, changeDeal, newLead, newDeal, changeTask, changeLead, changeDeal, newTask, newMember, bin, mergeLeads, mergeDeals, changeUser,
] as const; // prettier-ignore

/** How much happens, from which instant on, and how many seconds apart at most. */
export interface Lively {
  readonly happens: number;
  readonly begin: number;
  readonly apart: number;
  /**
   * Whether the CRM may take back what it said, so that a database which is kept while older files go away knows more than the newest files tell: what
   * was merged may be gone without a trace, the record that names it may be deleted, and an activity of a table that forgets may be none any more.
   */
  readonly losesTraces: boolean;
}

export function anyLife(chance: Chance, { happens, begin, apart, losesTraces }: Lively): Version[] {
  const world: World = { chance, losesTraces, versions: [], rows: new Map(), now: begin, keys: 0 };
  for (const begins of [newLead, newLead, newDeal, newDeal, newTask, newMember, changeUser]) {
    world.now += 1;
    begins(world);
  }
  for (let nth = 0; nth < happens; nth += 1) {
    world.now += chance.whole(1, apart);
    chance.one(happenings)(world);
  }
  return world.versions;
}

/** A row with something in it. */
export type Row = Version & { readonly cells: NonNullable<Version['cells']> };

export const isRow = (version: Version): version is Row => version.cells !== null;

/** The rows of a table as they are at an instant, those in the bin too. */
export function rowsAt(life: readonly Version[], table: string, instant: number): Row[] {
  const last = new Map<string, Version>();
  for (const version of life) if (version.table === table && version.at <= instant) last.set(version.key, version);
  return [...last.values()].filter(isRow);
}
