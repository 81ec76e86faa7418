/** A small CRM: its tables, and the sources that map them. */

export interface CrmTable {
  /** Its source, too. */
  readonly name: string;
  /** Its files are called `Lead.csv`, or `Lead-2.csv`. */
  readonly file: string;
  readonly columns: readonly string[];
  /** Its rows say when they were changed. */
  readonly stamped: boolean;
  /** The CRM drops old rows of it. */
  readonly forgets: boolean;
  /** What the source says beside what follows from the above. */
  readonly maps: string;
}

const table = (name: string, file: string, columns: string, maps: string): CrmTable => ({
  name,
  file,
  columns: columns.split(' '),
  stamped: columns.includes('Changed'),
  forgets: maps.includes('forgets: yes'),
  maps,
});

/** Rows are told apart by ids, save the contacts of a deal: each is a piece of the deal's own row. */
export const crmTables = [
  table(
    'users',
    'User',
    'Id Team Robot',
    'gives: [{ record: user, columns: { team: Team, robot: Robot, queue: { always: no } } }]',
  ),
  table(
    'leads',
    'Lead',
    'Id Created Status Owner Score Converted Contact Deal Mail Changed Deleted Into',
    `person: Mail
deleted when: { Deleted: yes }
merged into: Into
leave out when: { Status: Test }
gives:
  - record: lead
    columns: { created: Created, status: Status, owner: Owner, score: Score, converted: Converted, contact: Contact, opportunity: Deal }`,
  ),
  table(
    'lead history',
    'History',
    'Id Lead Field Old New At Deleted',
    `deleted when: { Deleted: yes }
forgets: yes
gives: [{ record: field change, columns: { lead: Lead, field: Field, from: Old, to: New, at: At } }]`,
  ),
  table(
    'deals',
    'Deal',
    'Id Created Stage Amount Owner Contacts Changed Deleted From',
    `deleted when: { Deleted: yes }
merged from: From
split at: ;
leave out when: { Stage: Test }
gives:
  - { record: opportunity, columns: { created: Created, stage: Stage, amount: Amount, owner: Owner } }
  - record: deal contact
    for each piece of: Contacts
    split at: ;
    columns: { opportunity: Id, contact: its value }`,
  ),
  table(
    'stages',
    'Stage',
    'Id Deal Stage At Nth Deleted',
    `deleted when: { Deleted: yes }
forgets: yes
gives: [{ record: stage change, columns: { opportunity: Deal, to: Stage, at: At, sequence: Nth } }]`,
  ),
  table(
    'tasks',
    'Task',
    'Id Kind Done Lead Contact Deal Owner Minutes Changed Deleted',
    `deleted when: { Deleted: yes }
forgets: yes
leave out when: { Kind: Test }
gives:
  - record: activity
    columns: { kind: Kind, direction: { always: out }, completed: Done, lead: Lead, contact: Contact, opportunity: Deal, owner: Owner, duration: Minutes }`,
  ),
  table(
    'members',
    'Member',
    'Id Campaign Lead Contact Responded Deleted',
    `deleted when: { Deleted: yes }
gives: [{ record: campaign member, columns: { campaign: Campaign, lead: Lead, contact: Contact, responded: Responded } }]`,
  ),
] as const satisfies readonly CrmTable[];

export function tableNamed(name: string): CrmTable {
  const found = crmTables.find((each) => each.name === name);
  if (!found) throw new Error(`The CRM has no table of ${name}.`);
  return found;
}

const handovers = `
derives: handovers
statuses: { qualified: [Qualified], accepted: [Accepted], rejected: [Rejected], abandoned: [Abandoned] }
history: { status: Status, owner: Owner }
`;

/** The sources of some tables, by name. Handovers are made where there is a history of leads. */
export function sourcesOf(tables: readonly CrmTable[]): Readonly<Record<string, string>> {
  const texts = tables.map(({ name, file, stamped, maps }) => {
    const stamp = stamped ? 'modified: Changed\n' : '';
    return [name.replace(' ', '-'), `reads: ${file}*.csv\nkey: Id\n${stamp}reject at most: 100%\n${maps}\n`] as const;
  });
  const has = (name: string): boolean => tables.some((each) => each.name === name);
  return {
    ...Object.fromEntries(texts),
    ...(has('leads') && has('lead history') ? { handovers } : {}),
  };
}
