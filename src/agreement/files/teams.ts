import { z } from 'zod';
import type { Team } from '../../values/agreement.ts';
import { known } from '../report.ts';
import { keys, text } from '../schema-words.ts';
import type { SaidFiles } from '../said-files.ts';
import type { World } from './world.ts';

/** teams.yml: by slug, who leads a team and who settles its disputes. */
export const teamsSchema = z.record(
  text,
  keys({
    name: text,
    'in text': text.optional(),
    lead: text,
    sponsor: text,
    calendar: text.optional(),
    disputes: text.optional(),
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

/** Every calendar that the company or a team goes by is there. */
export function checkCalendars({ company, teams }: Pick<SaidFiles, 'company' | 'teams'>, { calendars }: World): void {
  const slugs = calendars?.map((calendar) => calendar.slug) ?? null;
  if (company) known(company, ['calendar'], 'calendar', company.said.calendar, slugs);
  for (const [slug, { calendar }] of Object.entries(teams?.said ?? {})) {
    if (teams && calendar !== undefined) known(teams, [slug, 'calendar'], 'calendar', calendar, slugs);
  }
}
