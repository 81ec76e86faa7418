import { z } from 'zod';
import type { Team } from '../../values/agreement.ts';
import { keyFault, known } from '../report.ts';
import { keys, text } from '../schema-words.ts';
import type { SaidFiles } from '../said-files.ts';
import { partners } from './parties.ts';
import type { World } from './world.ts';

/** teams.yml: by slug, who leads a team and who settles its disputes. */
export const teamsSchema = z.record(
  text,
  keys({
    name: text.describe('The name of the team: Sales.'),
    'in text': text.optional().describe('The name inside a sentence: sales. As in the key, if not said.'),
    lead: text.describe('Who leads the team.'),
    sponsor: text.describe('Who settles its disputes.'),
    calendar: text
      .optional()
      .describe("Its working hours, by their name in calendars.yml. The company's, if not said."),
    disputes: text.optional().describe('The address where a reader disputes a number of this team.'),
  }),
);

/** The teams; one that names no calendar goes by the company's. */
export function teamsOf(said: z.infer<typeof teamsSchema>, companyCalendar: string): Team[] {
  return Object.entries(said).map(([slug, team]) => ({
    slug,
    name: team.name,
    inText: team['in text'] ?? slug.replaceAll('-', ' '),
    lead: team.lead,
    sponsor: team.sponsor,
    calendar: team.calendar ?? companyCalendar,
    disputes: team.disputes ?? null,
  }));
}

/** Every calendar that the company or a team goes by is there, and no team is called as the other party is. */
export function checkTeams({ company, teams }: Pick<SaidFiles, 'company' | 'teams'>, { calendars }: World): void {
  if (teams && Object.hasOwn(teams.said, partners))
    keyFault(teams, [partners], `"${partners}" are no team of yours`, 'take another name');
  const slugs = calendars?.map((calendar) => calendar.slug) ?? null;
  if (company) known(company, ['calendar'], 'calendar', company.said.calendar, slugs);
  for (const [slug, { calendar }] of Object.entries(teams?.said ?? {})) {
    if (teams && calendar !== undefined) known(teams, [slug, 'calendar'], 'calendar', calendar, slugs);
  }
}
