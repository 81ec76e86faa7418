/** Companies of any few leads and deals, with the checks of their data written a second time, each as a sentence about one row. */
import fc from 'fast-check';
import type { HealthKeys } from '../../../../src/values/health.ts';

const asOf = '2026-10-31T12:00:00Z';
const head = (file: string) => `reads: ${file}.csv\nkey: id\nas of: ${asOf}\n`;
/** How the files of such a company are read. */
export const sources = {
  leads: `${head('leads')}person: email
gives: [{ record: lead, columns: { created: created, converted: converted, source: source, owner: owner } }]
`,
  deals: `${head('deals')}gives: [{ record: opportunity, columns: { created: created, closed: closed, amount: amount, won: won, lost: lost } }]
`,
  users: `${head('users')}gives: [{ record: user, columns: { active: active } }]\n`,
};

/** Noon, at which it is the same day in every zone that the company may have its clock in. */
const noon = fc.constantFrom('1970-01-20', '2026-09-01', '2026-09-30', '2026-10-30', '2026-11-01', '2026-11-05').map((day) => `${day}T12:00:00Z`); // prettier-ignore
const lead = fc.record({
  created: noon,
  converted: fc.oneof(fc.constant(''), noon),
  source: fc.constantFrom('Web', ''),
  owner: fc.constantFrom('U1', 'U2', 'U9', ''),
  email: fc.constantFrom('a@x.example', 'A@x.example', 'b@x.example', 'c@x.example', ''),
});
const deal = fc.record({
  created: noon,
  closed: fc.constantFrom('', '2026-08-31', '2026-09-30', '2026-10-01', '2026-12-01'),
  amount: fc.constantFrom('', '0', '100'),
  end: fc.constantFrom('won', 'lost', 'open'),
});
type Row<T> = T extends fc.Arbitrary<infer R> ? R & { readonly id: string } : never;
type Lead = Row<typeof lead>;
type Deal = Row<typeof deal>;

const numbered = <R>(rows: readonly R[], letter: string) => rows.map((row, at) => ({ ...row, id: `${letter}${at}` }));

const isOpenLead = ({ converted }: Lead) => converted === '';
const all = () => true;
const past = (moment: string) => moment > '2026-11-01T12:00:00Z';
const early = (moment: string) => moment !== '' && moment < '1971';
type Naive<R> = readonly [says: string, among: (row: R) => boolean, faulty: (row: R, among: readonly R[]) => boolean];
const ofLeads: readonly Naive<Lead>[] = [
  ['lacks lead source', all, ({ source }) => source === ''],
  ['lacks lead owner', isOpenLead, ({ owner }) => owner === ''],
  ['wrong order lead converted,created', ({ converted }) => converted !== '', (row) => row.converted < row.created],
  ['ahead lead created', all, ({ created }) => past(created)],
  ['ahead lead converted', ({ converted }) => converted !== '', ({ converted }) => past(converted)],
  ['before 1971 lead created', all, ({ created }) => early(created)],
  ['before 1971 lead converted', ({ converted }) => converted !== '', ({ converted }) => early(converted)],
  ['owner gone lead owner', (row) => isOpenLead(row) && row.owner !== '', ({ owner }) => owner === 'U2'],
  ['owner unknown lead owner', (row) => isOpenLead(row) && row.owner !== '', ({ owner }) => owner === 'U9'],
  [
    'same person lead ',
    (row) => isOpenLead(row) && row.email !== '',
    ({ email }, among) => among.filter((one) => one.email.toLowerCase() === email.toLowerCase()).length > 1,
  ],
];
const ofDeals: readonly Naive<Deal>[] = [
  ['lacks opportunity closed', all, ({ closed }) => closed === ''],
  ['lacks opportunity amount', ({ end }) => end !== 'lost', ({ amount }) => amount === ''],
  [
    'wrong order opportunity closed,created',
    ({ closed, end }) => closed !== '' && end !== 'open',
    ({ closed, created }) => closed < created.slice(0, 10),
  ],
  ['long past opportunity closed', (row) => row.closed !== '' && row.end === 'open', ({ closed }) => closed < '2026-10-01'],
]; // prettier-ignore

function naively<R extends { readonly id: string }>(checks: readonly Naive<R>[], rows: readonly R[]) {
  return checks.map(([says, isAmong, isFaulty]) => {
    const among = rows.filter(isAmong);
    return [
      says,
      among.length,
      among
        .filter((row) => isFaulty(row, among))
        .map(({ id }) => id)
        .toSorted(),
    ] as const;
  });
}

const lines = (header: string, rows: readonly (readonly string[])[]) =>
  `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;
const leadCells = (row: Lead) => [row.id, row.created, row.converted, row.source, row.owner, row.email];
const dealCells = ({ id, created, closed, amount, end }: Deal) =>
  [id, created, closed, amount, end === 'won' ? '1' : '0', end === 'lost' ? '1' : '0']; // prettier-ignore

/** A dozen leads and deals at most. */
export const companies = fc.record({
  leads: fc.array(lead, { minLength: 1, maxLength: 12 }).map((rows) => numbered(rows, 'L')),
  deals: fc.array(deal, { minLength: 1, maxLength: 12 }).map((rows) => numbered(rows, 'D')),
});
interface AnyCompany {
  readonly leads: readonly Lead[];
  readonly deals: readonly Deal[];
}

/** The export of a company. */
export const filesOf = ({ leads, deals }: AnyCompany) => ({
  'leads.csv': lines('id,created,converted,source,owner,email', leads.map(leadCells)),
  'deals.csv': lines('id,created,closed,amount,won,lost', deals.map(dealCells)),
  'users.csv': 'id,active\nU1,1\nU2,0\n',
});

/** What the plain reading finds: a check, how many it looks at, and the keys that it finds. */
export const foundPlainly = ({ leads, deals }: AnyCompany) => [...naively(ofLeads, leads), ...naively(ofDeals, deals)];

/** What the queries found, of the checks that the plain reading knows, in its order. */
export function foundByQueries(found: readonly HealthKeys[]) {
  const known = [...ofLeads, ...ofDeals].map(([says]) => says);
  const told = new Map(
    found.map(({ sort, kind, fields, of, keys }) => {
      const says = `${sort} ${kind} ${fields.join()}`;
      return [says, [says, of, keys.toSorted()] as const];
    }),
  );
  return known.map((says) => told.get(says));
}
