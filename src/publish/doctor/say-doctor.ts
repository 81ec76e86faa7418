import type { Diagnosis, State } from './examined.ts';
import type { Mend } from './mends.ts';

/** What the doctor says of a company: the verdict, the switches, then a line for each metric. `mends`: those of each CRM in question. */
export function sayDoctor(diagnoses: readonly Diagnosis[], mends: readonly Mend[]): string[] {
  return [verdictOf(diagnoses, mends), ...saySwitches(mends), ...states.flatMap((state) => sayState(state, diagnoses))];
}

/** How much can be counted, and how much more with one switch: `31 of 83 can be counted; 12 more with one switch.` */
export function verdictOf(diagnoses: readonly Diagnosis[], mends: readonly Mend[]): string {
  const alone = new Set(mends.flatMap((mend) => mend.alone));
  const off = diagnoses.filter(({ state }) => state === 'switched off');
  const asked = diagnoses.filter((diagnosis) => !off.includes(diagnosis));
  const counted = asked.filter(({ missing }) => missing.length === 0).length;
  const all =
    counted === asked.length
      ? `All of ${counted} can be counted.`
      : `${counted} of ${asked.length} can be counted; ${moreOf(asked, alone)}.`;
  if (off.length === 0) return all;
  const could = off.filter(({ missing, hollow }) => missing.length === 0 && hollow === null).length;
  return `${all} ${off.length} ${off.length === 1 ? 'is' : 'are'} switched off: ${could} could be switched on, ${moreOf(off, alone)}.`;
}

function moreOf(diagnoses: readonly Diagnosis[], alone: ReadonlySet<string>): string {
  const more = diagnoses.filter(({ slug }) => alone.has(slug)).length;
  return more === 0 ? 'no other with one switch alone' : `${more} more with one switch`;
}

/** Switches that are shown; the others stand at their metrics. */
const mostShown = 12;

function saySwitches(mends: readonly Mend[]): string[] {
  const crms = [...new Set(mends.map(({ crm }) => crm))];
  return crms.flatMap((crm) => {
    const own = mends.filter((mend) => mend.crm === crm);
    const rest = own.length - mostShown;
    return [
      '',
      `What to switch on${crms.length > 1 ? `, if it is ${crm}` : ` in ${crm}`}, by how many metrics it mends:`,
      ...own
        .slice(0, mostShown)
        .flatMap((mend) => [
          `  ${countsOf(mend)}  ${mend.turn}`,
          `      brings ${mend.brings.join(', ')}; ${mend.begins}`,
        ]),
      ...(rest > 0 ? [`  ... and ${rest} more: npm run doctor -- SLUG tells those of a metric`] : []),
    ];
  });
}

function countsOf({ alone, withOthers }: Mend): string {
  if (withOthers.length === 0) return `${alone.length} by itself:`;
  const others = `${withOthers.length} with others:`;
  return alone.length === 0 ? others : `${alone.length} by itself, ${others}`;
}

const states: readonly State[] = ['counted', 'counted, but', 'not countable', 'switched off'];

const headings: Readonly<Record<State, string>> = {
  counted: 'Counted',
  'counted, but': 'Counted, but',
  'not countable': 'Not countable',
  'switched off': 'Switched off',
};

function sayState(state: State, diagnoses: readonly Diagnosis[]): string[] {
  const of = diagnoses.filter((diagnosis) => diagnosis.state === state);
  if (of.length === 0) return [];
  return ['', `${headings[state]} (${of.length}):`, ...of.map((one) => `  ${sayMetric(one)}`)];
}

/** One line of a metric: `followed-up-in-time: since 2026-03-02, when the history of leads begins`. */
export function sayMetric(diagnosis: Diagnosis): string {
  return `${diagnosis.slug}: ${wordsOf(diagnosis)}`;
}

function wordsOf({ state, missing, hollow, buts, since, why }: Diagnosis): string {
  if (missing.length > 0) return `no source maps ${missing.join(', ')}`;
  if (hollow !== null) return hollow;
  const when = since === null ? 'no record tells since when' : `since ${since}${why === null ? '' : `, when ${why}`}`;
  const but = buts.length === 0 ? '' : `, but ${buts.join('; ')}`;
  return state === 'switched off' ? `could be switched on, ${when}${but}` : `${when}${but}`;
}
