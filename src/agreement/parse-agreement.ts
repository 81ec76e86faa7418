import type { Agreement } from '../values/agreement.ts';
import type { Note } from '../values/note.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Day } from '../values/period.ts';
import type { Problem } from '../values/problem.ts';
import type { TextFile } from '../values/text-file.ts';
import { sortFiles, type AgreementFiles } from './agreement-files.ts';
import { byPlace } from './by-place.ts';
import { calendarsOf } from './files/calendars.ts';
import { contradictions } from './faults/contradictions.ts';
import { endingsOfToday } from './faults/endings.ts';
import { longHours } from './faults/long-hours.ts';
import { overdueReviews } from './faults/overdue.ts';
import { checkMetricCircles } from './faults/metric-circles.ts';
import { nearChoices } from './faults/near-choices.ts';
import { onlySaid } from './faults/only-said.ts';
import { periodsAsked } from './faults/periods-asked.ts';
import { checkProse } from './faults/prose.ts';
import { madeOfSwitchedOff } from './faults/switched-off.ts';
import { stageCohorts } from './faults/stage-cohorts.ts';
import { startingAgain } from './faults/starting-again.ts';
import { unknownCases } from './faults/unknown-cases.ts';
import { waitingGroups } from './faults/waiting-groups.ts';
import { companyOf, unknownCompany } from './files/company.ts';
import { metricNames } from './files/metric-names.ts';
import { noCurrencies, readCurrencies } from './files/currencies.ts';
import { readFunnel } from './files/funnel.ts';
import { readNote } from './files/notes.ts';
import { checkTeams, teamsOf } from './files/teams.ts';
import { noVocabulary, readVocabulary } from './files/vocabulary.ts';
import type { World } from './files/world.ts';
import { completed, isSwitchedOff, readMetrics } from './metrics-together.ts';
import { readForms } from './said-files.ts';

/**
 * Reads the files that both teams signed. Gives the agreement, or null where there is a fault, with all problems of all files,
 * sorted by place. `today`, a local date: tells also what is worth a look by
 * then and moves no number: reviews that are overdue, clauses that are only said.
 */
export function parseAgreement(
  files: readonly TextFile[],
  catalogue: Catalogue,
  today: Day | null = null,
): { agreement: Agreement | null; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const agreement = readAgreement(sortFiles(files, problems), catalogue, today, problems);
  const told = inOrder(problems);
  return { agreement: told.some((problem) => problem.level === 'fault') ? null : agreement, problems: told };
}

/** Goes on where a file is at fault, with as much as is known, so that the faults of the other files are found too. */
function readAgreement(files: AgreementFiles, catalogue: Catalogue, today: Day | null, problems: Problem[]): Agreement {
  const said = readForms(files, problems);
  const company = said.company ? companyOf(said.company.said) : unknownCompany;
  const currencies = said.currencies ? readCurrencies(said.currencies, company.fiscalYearStarts) : noCurrencies;
  const codes =
    said.company && (said.currencies || !files.currencies) ? codesOf(company.currency, currencies.rates) : null;
  const known = { catalogue, currencies: codes, metrics: metricNames(said.metrics, company.currency) };
  const { terms, figures, orders, names } = said.vocabulary
    ? readVocabulary(said.vocabulary, known)
    : noVocabulary(known);
  const teams = said.teams ? teamsOf(said.teams.said, company.calendar) : null;
  const calendars = said.calendars ? calendarsOf(said.calendars.said) : null;
  const slugs = files.metrics.map((metric) => metric.slug);
  const world: World = { company, teams, calendars, names, terms, slugs, problems };
  checkTeams(said, world);
  // Without the terms, nothing that is said of them can be read.
  const readable = said.vocabulary !== null || files.vocabulary === null;
  const metrics = readable ? readMetrics(said.metrics, world) : [];
  const read = completed(metrics, said.metrics, { terms, figures, orders, catalogue });
  checkMetricCircles(metrics, said.metrics, { terms, figures, orders, catalogue });
  const off = new Set(said.metrics.filter(isSwitchedOff).map(({ slug }) => slug));
  const agreement: Agreement = {
    company,
    teams: teams ?? [],
    calendars: calendars ?? [],
    currencies,
    terms,
    figures,
    orders,
    funnel: said.funnel && readable ? readFunnel(said.funnel, world, off) : [],
    metrics: read.filter(({ slug }) => !off.has(slug)),
    switchedOff: read.filter(({ slug }) => off.has(slug)),
    notes: files.notes.flatMap(({ file, slug }) =>
      aboutCounted(readNote(file, slug, { ...world, metrics: read }), off),
    ),
  };
  if (said.funnel) stageCohorts(said.funnel, read);
  checkProse(said, codes ?? []);
  madeOfSwitchedOff(agreement, said.metrics, catalogue);
  const all = { ...agreement, metrics: read };
  problems.push(
    ...contradictions(all),
    ...longHours(all),
    ...waitingGroups(all, catalogue),
    ...periodsAsked(all, catalogue),
  );
  problems.push(...unknownCases(all, catalogue), ...nearChoices(all, catalogue));
  if (today !== null) problems.push(...overdueReviews(said, today), ...onlySaid(said));
  if (today !== null) problems.push(...endingsOfToday(all, catalogue), ...startingAgain(all));
  return agreement;
}

/** A note without the metrics that are switched off; none where it spoke of no others. */
function aboutCounted(note: Note | null, off: ReadonlySet<string>): Note[] {
  if (!note || note.metrics.length === 0) return note ? [note] : [];
  const metrics = note.metrics.filter((slug) => !off.has(slug));
  return metrics.length === 0 ? [] : [{ ...note, metrics }];
}

function codesOf(own: string, rates: readonly { readonly currency: string }[]): string[] {
  return [...new Set([own, ...rates.map((rate) => rate.currency)])];
}

/** Sorted by place; what was found twice, as in a wording that the history inherits, is told once. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const sorted = problems.toSorted(byPlace);
  return sorted.filter((problem, index) => JSON.stringify(problem) !== JSON.stringify(sorted[index - 1]));
}
