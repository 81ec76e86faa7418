import type { Metric } from '../../values/agreement.ts';
import type { Signature } from '../../values/parties.ts';
import { fault, known, type Reporting } from '../report.ts';
import type { SaidMetric } from './metric-schema.ts';
import type { World } from './world.ts';

/** The party that is no team of ours: they bring leads or are given some. */
export const partners = 'partners';

/** Who answers for a metric or promises it, and by whose calendar its business time runs. The rule for pauses is read with the breakdowns. */
export type Owners = Pick<Metric, 'promise' | 'answeredBy' | 'calendar' | 'signatures'>;

/** Reads the parties. A file in slas/ is a promise, one in metrics/ is not. Whether a signature holds is not known yet. */
export function readOwners(reporting: Reporting, said: SaidMetric, folder: 'metrics' | 'slas', world: World): Owners {
  checkParties(reporting, said, world);
  checkFolder(reporting, said, folder);
  const by = said['promised by'];
  const to = said['promised to'] ?? [];
  const answeredBy = said['answered by'] ?? [];
  return {
    promise: by ? { by, to, ifBroken: said['if broken'] ?? [], pause: null } : null,
    answeredBy,
    calendar: said['business time'] ?? calendarOf([...(by ?? []), ...answeredBy, ...to], world),
    signatures: (said.agreed ?? []).map(signatureOf),
  };
}

/** The calendar of the first that is a team of ours: partners have none that we know. */
function calendarOf(parties: readonly string[], { teams, company }: World): string {
  const owners = parties.flatMap((party) => teams?.find((team) => team.slug === party) ?? []);
  return owners[0]?.calendar ?? company.calendar;
}

function signatureOf(said: NonNullable<SaidMetric['agreed']>[number]): Signature {
  const { team, by, on, how, seal = '' } = said;
  return { team, by, on, how, recordedBy: said['recorded by'], seal, holds: false, heldUntil: null };
}

function checkParties(reporting: Reporting, said: SaidMetric, { teams, calendars }: World): void {
  const slugs = teams?.map((team) => team.slug) ?? null;
  const parties = slugs && [...slugs, partners];
  said['answered by']?.forEach((team, index) => known(reporting, ['answered by', index], 'team', team, slugs));
  for (const key of ['promised by', 'promised to'] as const) {
    said[key]?.forEach((party, index) => known(reporting, [key, index], 'team', party, parties));
  }
  said['promised to']?.forEach((party, index) => {
    if (said['promised by']?.includes(party))
      fault(reporting, ['promised to', index], `"${party}" promises it to itself`, 'a promise has two parties');
  });
  said.agreed?.forEach(({ team }, index) => known(reporting, ['agreed', index, 'team'], 'team', team, parties));
  const calendar = said['business time'];
  const names = calendars?.map((one) => one.slug) ?? null;
  if (calendar !== undefined) known(reporting, ['business time'], 'calendar', calendar, names);
}

/** Keys that only a promise has. */
const ofPromises = ['promised to', 'if broken', 'pause'] as const;

function checkFolder(reporting: Reporting, said: SaidMetric, folder: 'metrics' | 'slas'): void {
  const tell = (key: string, says: string, fix: string) => fault(reporting, [key], says, fix);
  const by = said['promised by'];
  if (folder === 'slas' && !by)
    tell('promised by', 'a promise needs "promised by:"', 'a metric that nobody promises stands in metrics/');
  if (folder === 'metrics' && by) tell('promised by', 'what is promised stands in slas/', 'move the file');
  if (folder === 'metrics' && !by) {
    if (!said['answered by']) tell('answered by', '"answered by:" is missing', 'name a team');
    for (const key of ofPromises.filter((one) => said[one] !== undefined))
      tell(key, `"${key}:" belongs to a promise`, 'what is promised stands in slas/');
  }
  if (by && said['answered by']) tell('answered by', 'who promises it answers for it', 'leave "answered by:" away');
  if (by?.length === 1 && !by[0]?.includes(',') && !said['promised to'])
    tell('promised by', '"promised to:" is missing', 'name the other team, or let both promise it');
}
