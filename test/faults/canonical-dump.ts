/** A database of records as text that is byte for byte the same where the facts are. */
import Sqlite from 'better-sqlite3';
import { isReservedTable } from '../../src/store/reserved-tables.ts';
import { ownColumns } from '../../src/store/schema.ts';

/** A fact of a dump: its table, its key and what it says. */
type Fact = Readonly<Record<string, unknown>>;

interface Dumped {
  /** False: rows of histories that were observed between exports are left out. What was observed depends on when somebody looked. */
  readonly observed: boolean;
}

/**
 * Every record of every kind, derived ones too, then as of when each kind is known, how many links lead somewhere, and what the checks of the data
 * found: a line of JSON each, tables and columns by their names, rows by their keys.
 *
 * - Left out is `place`: where a row stood is no fact. A record without a key of its own has its place for one; its line says no key.
 * - Left out is what tells of files and runs: the accounts of rows, files, pulls and rejected rows, headers, indexes, statistics, measured
 *   values. Of a health finding with more records than are kept only their number stands there: the first ones depend on the order of reading.
 * - Hashes of persons depend on a key: in their place stands the first record of the same person.
 * - An integer is not the same as a real number of its size (`1`, `1.0`), nor as its text: SQL divides them in other ways.
 * - Empty columns are left out.
 *
 * @throws where there is a table of which nothing says whether it is one of these: an ingest left it behind.
 */
export function canonicalDump(database: string, dumped: Dumped = { observed: true }): string {
  return [...canonicalLines(database, dumped)].map((line) => `${line}\n`).join('');
}

/** The same line by line. */
export function* canonicalLines(database: string, { observed }: Dumped = { observed: true }): Generator<string> {
  const sqlite = new Sqlite(database, { readonly: true, fileMustExist: true });
  sqlite.defaultSafeIntegers(true);
  try {
    const tables = recordTablesOf(sqlite);
    const ground = { sqlite, byPlace: keysByPlace(sqlite), persons: firstOfPersons(sqlite, tables) };
    for (const table of tables) yield* recordsOf(ground, table, observed);
    for (const { named, query } of told) yield* sqlite.prepare(query).all().map((row) => lineOf({ table: named, ...(row as Fact) })).toSorted(); // prettier-ignore
  } finally {
    sqlite.close();
  }
}

/** What stands behind the records. */
const told = [
  {
    named: 'as of',
    query: `select kind, case when count(*) = count(as_of) then min(as_of) else 'not known' end as as_of
      from kind_file join file_account using (source, file) group by kind`,
  },
  { named: 'link', query: 'select * from link_account' },
  { named: 'finding', query: 'select sort, kind, fields, faulty, among from health_finding' },
  {
    named: 'finding of',
    query: `select sort, kind, fields, key from health_finding as found join health_case on finding = found.place
      where faulty = (select count(*) from health_case where finding = found.place)`,
  },
];

interface Ground {
  readonly sqlite: Sqlite.Database;
  /** Whether a key is only where a row stood. */
  readonly byPlace: (key: string) => boolean;
  readonly persons: ReadonlyMap<string, string>;
}

/** Tables of records are told by the columns that all of them have. */
function recordTablesOf(sqlite: Sqlite.Database): string[] {
  const names = sqlite
    .prepare(`select name from sqlite_schema where type = 'table' order by name`)
    .pluck()
    .all() as string[];
  const isOfRecords = (name: string): boolean => {
    const columns = new Set(columnsOf(sqlite, name));
    return ownColumns.every((column) => columns.has(column));
  };
  const found = names.filter(isOfRecords);
  const unknown = names.filter(
    (name) => !found.includes(name) && !isReservedTable(name) && !name.startsWith('sqlite_'),
  );
  if (unknown.length > 0) throw new Error(`nothing says whether this is a table of records: ${unknown.join(', ')}`);
  return found;
}

function columnsOf(sqlite: Sqlite.Database, table: string): string[] {
  return sqlite.prepare('select name from pragma_table_info(?) order by name').pluck().all(table) as string[];
}

/** Keys by place are made of the name of a file, a line, and which of the row's records it is. */
function keysByPlace(sqlite: Sqlite.Database): Ground['byPlace'] {
  const files = new Set(sqlite.prepare('select file from file_account').pluck().all());
  return (key) => {
    const file = /^(.*?):\d+(?::\d+)?$/.exec(key)?.[1];
    return file !== undefined && files.has(file);
  };
}

function firstOfPersons(sqlite: Sqlite.Database, tables: readonly string[]): ReadonlyMap<string, string> {
  const firsts = new Map<string, string>();
  for (const table of tables) {
    const rows = sqlite.prepare(
      `select person, min(key) as key from "${table}" where person is not null group by person`,
    );
    for (const { person, key } of rows.iterate() as Iterable<{ person: string; key: string }>)
      if (!firsts.has(person)) firsts.set(person, `as ${table} ${key}`);
  }
  return firsts;
}

function* recordsOf({ sqlite, byPlace, persons }: Ground, table: string, observed: boolean): Generator<string> {
  const columns = columnsOf(sqlite, table).filter((column) => !['place', 'key'].includes(column));
  const wanted = !observed && columns.includes('observed') ? 'where coalesce(observed, 0) = 0' : '';
  const rows = sqlite.prepare(
    `select key, ${columns.map((column) => `"${column}"`).join(', ')} from "${table}" ${wanted} order by key`,
  );
  const keyless: string[] = [];
  for (const { key, person, ...rest } of rows.iterate() as Iterable<{ key: string; person: string | null }>) {
    const known = { person: person === null ? null : persons.get(person) };
    if (!byPlace(key)) yield lineOf({ table, key, ...rest, ...known });
    else keyless.push(lineOf({ table, ...rest, ...known }));
  }
  yield* keyless.toSorted();
}

/** JSON, with the table and the key first. */
function lineOf({ table, key = null, ...values }: Fact): string {
  const sorted = Object.entries(values).toSorted(([one], [other]) => (one < other ? -1 : 1));
  const filled = [['table', table] as const, ['key', key] as const, ...sorted].filter(([, value]) => value !== null);
  return `{${filled.map(([name, value]) => `${JSON.stringify(name)}:${written(value)}`).join(',')}}`;
}

function written(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) ? value.toFixed(1) : String(value);
  return JSON.stringify(Buffer.isBuffer(value) ? value.toString('hex') : value);
}

/** Where two dumps differ, the first few facts in words; none where they are the same. */
export function difference(one: string, other: string, most = 5): readonly string[] {
  if (one === other) return [];
  const [ofOne, ofOther] = [onlyIn(one, other), onlyIn(other, one)];
  const lines = [...ofOne].map(([name, fact]) => {
    const twin = ofOther.get(name);
    return twin ? `${name}: ${otherwise(fact, twin).join(', ')}` : `only in the first: ${JSON.stringify(fact)}`;
  });
  const added = [...ofOther].filter(([name]) => !ofOne.has(name));
  const all = [...lines, ...added.map(([, fact]) => `only in the second: ${JSON.stringify(fact)}`)];
  const more = all.length > most ? [`and ${all.length - most} more`] : [];
  return all.length === 0 ? ['the same lines, not as often or in another order'] : [...all.slice(0, most), ...more];
}

/** Facts that the other dump has not, by what tells them apart. */
function onlyIn(one: string, other: string): ReadonlyMap<string, Fact> {
  const there = new Set(other.split('\n'));
  const lines = one.split('\n').filter((line) => line !== '' && !there.has(line));
  return new Map(lines.map((line) => [nameOf(line), JSON.parse(line) as Fact]));
}

function nameOf(line: string): string {
  const { table, key, sort, kind, fields, field } = JSON.parse(line) as Readonly<Record<string, string>>;
  if (key !== undefined && sort === undefined) return `${table} ${key}`;
  const said = [table, sort, kind, fields, field, key].filter((each) => typeof each === 'string' && each !== '');
  return kind === undefined ? line : said.join(' ');
}

function otherwise(one: Fact, other: Fact): string[] {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  const said = (value: unknown): string => (value === undefined ? 'empty' : JSON.stringify(value));
  const found = names.filter((name) => said(one[name]) !== said(other[name]));
  if (found.length === 0) return ['a number is an integer in one and a real in the other'];
  return found.map((name) => `${name} is ${said(one[name])} in the first and ${said(other[name])} in the second`);
}
