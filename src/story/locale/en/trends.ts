/** English: what stands in the rows of the trends and team pages, and what those pages found. */
import type { Topic } from '../../../values/agreement.ts';
import { capital, grainWords, listed, plainNumber, tie, typographic } from './forms.ts';
import { fullPeriodWords, tickWithYear } from './charts.ts';
import type { Period } from '../../../values/period.ts';

// Real change or wobble

export const outsideItsRange = (side: 'above' | 'below') => `${side} its usual range`;
export const sideSince = (side: 'above' | 'below', since: string) => `${side} its middle since ${since}`;
/** Of another period than the newest one. */
export const inThat = (period: string) => ` in ${period}`;
export const tooEarlyToSay = 'Too early to say';
export const tooFewToSay = 'Too few records to say';
export const ofTheNeeded = (periods: number, needed: number, grain: keyof typeof grainWords) =>
  tie(`${plainNumber(periods)} of ${plainNumber(needed)} ${grainWords[grain]}`);
export const carriesOver = 'No usual range';
export const carriesOverWhy = (grain: keyof typeof grainWords) =>
  `one ${grainWords[grain].replace(/s$/, '')} carries over to the next`;
export const noTrend = 'No trend';
export const noTrendWhy = { all: 'there is today’s number only', day: 'a date moves by itself' } as const;

// Numbers that are not there

export const noValueYet = 'no value yet';
export const notCountableYet = 'not countable yet';
export const mapFields = (missing: readonly string[]) =>
  typographic(
    `no source maps ${listed(missing.length > 3 ? [...missing.slice(0, 2), `${plainNumber(missing.length - 2)} more`] : missing)}`,
  );
/** A period where there is little room: `October 2026`, `Q3 2026`. */
export const rowPeriod = (period: Period) =>
  tie(
    period.grain === 'quarter'
      ? tickWithYear(period.grain, period.from, period.name)
      : capital(fullPeriodWords(period)),
  );

// The period that runs

/** Of what adds up: how much of what was agreed for the period falls to the days that have passed. */
export const byNow = (way: 'at least' | 'at most', level: string) =>
  way === 'at least' ? `about ${level} due by now` : `about ${level} allowed by now`;
/** Of a share, what was kept of what is judged so far. */
export const countsOf = (kept: number, judged: number) => tie(`${plainNumber(kept)} of ${plainNumber(judged)}`);
/** Above the values of the period that runs. `period`: `November 2026`; '' where there is none. */
export const soFarHead = (period: string) => (period === '' ? 'So far' : `${period}, so far`);

export const howToRead = 'How to read the rows';

// Groups

/** Above a number's page, before its teams: `Promised by`, `Answered by`. */
export const whoseWords = (promised: boolean) => (promised ? 'Promised by' : 'Answered by');

/** The parts of a team's page. `others`: those who promised with it. */
export const teamParts = {
  promised: (team: string) => `What ${team} promised`,
  together: (others: string) => `Promised together with ${others}`,
  isPromised: (team: string) => `What ${team} is promised`,
  answersFor: (team: string) => `What ${team} answers for`,
} as const;

export const groupWords = {
  headline: { title: 'On the first page', about: 'What everybody looks at.' },
  leading: { title: 'What is coming', about: 'These move first.' },
  lagging: { title: 'What came of it', about: 'These follow, months later.' },
  neither: { title: 'Also counted', about: 'Nobody said whether these move first or follow.' },
} as const;

export const topicNames: Record<Topic, string> = {
  funnel: 'Funnel',
  pipeline: 'Pipeline',
  partners: 'Partners',
  campaigns: 'Campaigns',
  deals: 'Deals',
  feedback: 'Feedback',
  customers: 'Customers',
  records: 'Records',
};
