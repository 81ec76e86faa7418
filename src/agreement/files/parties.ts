import type { Metric, Signature } from '../../values/agreement.ts';
import { fault, known, type Reporting } from '../report.ts';
import type { SaidMetric } from './metric-schema.ts';
import type { World } from './world.ts';

/** Who answers for a metric or promises it, and by whose calendar its business time runs. */
export type Owners = Pick<Metric, 'promise' | 'answeredBy' | 'calendar' | 'signatures'>;

/** Reads the parties. A file in slas/ is a promise, one in metrics/ is not. Whether a signature holds is not known yet. */
export function readOwners(reporting: Reporting, said: SaidMetric, folder: 'metrics' | 'slas', world: World): Owners {
  checkTeams(reporting, said, world);
  checkFolder(reporting, said, folder);
  const by = said['promised by'];
  const answeredBy = said['answered by'] ?? [];
  const [first] = by ?? answeredBy;
  return {
    promise: by ? { by, to: said['promised to'] ?? [], ifBroken: said['if broken'] ?? [], pause: null } : null,
    answeredBy,
    calendar:
      said['business time'] ?? world.teams?.find((team) => team.slug === first)?.calendar ?? world.company.calendar,
    signatures: (said.agreed ?? []).map(signatureOf),
  };
}

function signatureOf(said: NonNullable<SaidMetric['agreed']>[number]): Signature {
  const { team, by, on, how, seal = '' } = said;
  return { team, by, on, how, recordedBy: said['recorded by'], seal, holds: false };
}

function checkTeams(reporting: Reporting, said: SaidMetric, { teams, calendars }: World): void {
  const slugs = teams?.map((team) => team.slug) ?? null;
  for (const key of ['answered by', 'promised by', 'promised to'] as const) {
    said[key]?.forEach((team, index) => known(reporting, [key, index], 'team', team, slugs));
  }
  said.agreed?.forEach(({ team }, index) => known(reporting, ['agreed', index, 'team'], 'team', team, slugs));
  const calendar = said['business time'];
  const names = calendars?.map((one) => one.slug) ?? null;
  if (calendar !== undefined) known(reporting, ['business time'], 'calendar', calendar, names);
}

function checkFolder(reporting: Reporting, said: SaidMetric, folder: 'metrics' | 'slas'): void {
  const tell = (key: string, says: string, fix: string) => fault(reporting, [key], says, fix);
  const by = said['promised by'];
  if (folder === 'slas' && !by)
    tell('promised by', 'a promise needs "promised by:"', 'a metric that nobody promises stands in metrics/');
  if (folder === 'metrics' && by) tell('promised by', 'what is promised stands in slas/', 'move the file');
  if (folder === 'metrics' && !by && !said['answered by'])
    tell('answered by', '"answered by:" is missing', 'name a team');
  if (by && said['answered by']) tell('answered by', 'who promises it answers for it', 'leave "answered by:" away');
  if (by?.length === 1 && !said['promised to'])
    tell('promised by', '"promised to:" is missing', 'name the other team, or let both promise it');
}
