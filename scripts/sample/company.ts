import { salesforceId } from './salesforce-id.ts';

/** Someone, or some program, that works in the CRM. */
export interface User {
  readonly id: string;
  readonly first: string;
  readonly last: string;
  readonly name: string;
  readonly team: string;
  readonly role: string;
  readonly active: boolean;
  readonly robot: boolean;
}

let number = 0;
function user(
  first: string,
  last: string,
  team: string,
  role: string,
  how: 'active' | 'left' | 'robot' = 'active',
): User {
  const name = `${first} ${last}`.trim();
  return {
    id: salesforceId('user', ++number),
    first,
    last,
    name,
    team,
    role,
    active: how !== 'left',
    robot: how === 'robot',
  };
}

export const marketers = [
  user('Nora', 'Feldmann', 'Marketing', 'Marketing Operations'),
  user('Tim', 'Osterloh', 'Marketing', 'Campaign Manager'),
  user('Aylin', 'Kaya', 'Marketing', 'Campaign Manager'),
  user('Malte', 'Brandt', 'Marketing', 'Content Manager'),
  user('Svenja', 'Lorenz', 'Marketing', 'Event Manager'),
];
export const salesTeams = {
  'Inside sales': [
    user('Jana', 'Wolff', 'Inside sales', 'Sales Development'),
    user('Emre', 'Aydin', 'Inside sales', 'Sales Development'),
    user('Lena', 'Peters', 'Inside sales', 'Sales Development'),
    user('Oskar', 'Kühn', 'Inside sales', 'Sales Development'),
    user('Paula', 'Seidel', 'Inside sales', 'Account Executive'),
    user('Tobias', 'Frank', 'Inside sales', 'Account Executive'),
  ],
  'Sales DACH': [
    user('Miriam', 'Haas', 'Sales DACH', 'Account Executive'),
    user('Jan', 'Krüger', 'Sales DACH', 'Account Executive'),
    user('Silke', 'Baumann', 'Sales DACH', 'Account Executive'),
    user('Fabian', 'Roth', 'Sales DACH', 'Account Executive'),
    user('Ceren', 'Demir', 'Sales DACH', 'Account Executive'),
    user('Uwe', 'Lang', 'Sales DACH', 'Account Executive'),
  ],
  'Sales International': [
    user('Claire', 'Dubois', 'Sales International', 'Account Executive'),
    user('Owen', 'Hughes', 'Sales International', 'Account Executive'),
    user('Kenji', 'Mori', 'Sales International', 'Account Executive'),
    user('Agata', 'Zielińska', 'Sales International', 'Account Executive'),
    user('Marco', 'Conti', 'Sales International', 'Account Executive'),
  ],
  'Partner sales': [
    user('Birgit', 'Noll', 'Partner sales', 'Partner Manager'),
    user('Henrik', 'Dahl', 'Partner sales', 'Partner Manager'),
    user('Sofia', 'Reis', 'Partner sales', 'Partner Manager'),
    user('Kai', 'Menzel', 'Partner sales', 'Partner Manager'),
    user('Deniz', 'Arslan', 'Partner sales', 'Partner Manager'),
  ],
} as const;
export type SalesTeam = keyof typeof salesTeams;

export const robots = [
  user('Marketing', 'Automation', 'Marketing', 'Integration', 'robot'),
  user('Cadence', 'Mailer', 'Inside sales', 'Integration', 'robot'),
] as const;
const gone = [
  user('Ralf', 'Ebert', 'Sales DACH', 'Account Executive', 'left'),
  user('Mona', 'Stein', 'Inside sales', 'Sales Development', 'left'),
];
export const users: readonly User[] = [...marketers, ...Object.values(salesTeams).flat(), ...robots, ...gone];

/** A queue holds leads that nobody has taken yet. */
export interface Queue {
  readonly id: string;
  readonly name: string;
}
export const inboundQueue: Queue = { id: salesforceId('group', 1), name: 'Inbound leads' };
export const salesQueues: Readonly<Record<SalesTeam, Queue>> = {
  'Inside sales': { id: salesforceId('group', 2), name: 'Queue Inside sales' },
  'Sales DACH': { id: salesforceId('group', 3), name: 'Queue DACH' },
  'Sales International': { id: salesforceId('group', 4), name: 'Queue International' },
  'Partner sales': { id: salesforceId('group', 5), name: 'Queue Partners' },
};
export const queues: readonly Queue[] = [inboundQueue, ...Object.values(salesQueues)];

/** A company that sells for ours: an Account of type Partner. */
export interface Partner {
  readonly id: string;
  readonly name: string;
  readonly tier: string;
  readonly region: string;
}
/** The first hardly follows up on the leads that it is given. */
export const partners: readonly Partner[] = [
  { id: salesforceId('account', 900_000_001), name: 'Nordlicht Systems', tier: 'Gold', region: 'North' },
  { id: salesforceId('account', 900_000_002), name: 'Alpenblick Beratung', tier: 'Silver', region: 'South' },
  { id: salesforceId('account', 900_000_003), name: 'Hafenkontor Digital', tier: 'Silver', region: 'North' },
  { id: salesforceId('account', 900_000_004), name: 'Rheintal IT', tier: 'Bronze', region: 'West' },
];
