import { overOrUnder, when } from './backed.ts';
import {
  levelAloneBrief,
  levelBrief,
  notCountableBrief,
  nothingYetBrief,
  notKnownBrief,
  reachedBrief,
  type By,
  type Side,
} from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import type { Metric } from '../../values/agreement.ts';
import type { PublishedValue } from '../../values/value.ts';
import { briefest, mostWords, wordsIn } from '../count-words.ts';
import {
  againstTarget,
  levelTitle,
  notCountableTitle,
  nothingYetTitle,
  notKnownTitle,
  reachedTitle,
  soFarSuffix,
} from '../locale/en/titles.ts';
import { singular } from '../locale/en/forms.ts';
import { minorDigits } from '../numbers.ts';
import { calledIn, lastNouns, levelsOf, teamsInText, type Subject } from '../subject.ts';
import { isShare } from '../traits.ts';
import { levelOn, wayOn } from '../wording-on.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';

/** By whose word a level stands, as the sentence needs it: its subject's own, another team's, both teams', or only a target. */
function byWhom({ metric, agreement }: Subject): { style: 'own' | 'other' | 'shared' | 'target'; team: string } {
  const [by, ...others] = metric.promise?.by ?? [];
  if (!by) return { style: 'target', team: '' };
  if (others.length > 0) return { style: 'shared', team: '' };
  const team = agreement.teams.find(({ slug }) => slug === by);
  const called = team?.inText ?? by;
  const own = metric.words.says.toLowerCase().startsWith(`${called.toLowerCase()} `);
  return { style: own ? 'own' : 'other', team: called };
}

function says(subject: Subject, value: number): string {
  if (!subject.latest) return subject.metric.title;
  const spoken = subject.numbers.sentence(value, levelsOf(subject));
  const period = calledIn(subject, subject.latest);
  const told = { value: spoken, period, title: subject.metric.title };
  const one = subject.metric.unit.unit === 'records' && value === 1;
  const template = subject.metric.words.says;
  const level = levelTitle(one ? singular(template, lastNouns(subject)) : template, told);
  return wordsIn(level) > mostWords ? levelTitle('', told) : level;
}

/** Whether what waits keeps the mark back, or would where nothing is agreed: the number is then one so far. */
const isOpen = ({ mark, latest }: Subject) =>
  (mark.why === 'too early' || mark.why === 'no target') && (latest?.waiting ?? 0) > 0;

/** Whether a title has room for the distance; if not, it is a sentence of its own. */
export function saysDistance(facts: Facts, subject: Subject): boolean {
  if (typeof facts['target'] !== 'number') return false;
  return wordsIn(`${says(subject, number(facts, 'value'))}, ${distanceWords(facts, subject)}`) <= mostWords;
}

/** On which side of what was agreed a title's value lies. */
export const sideIn = (facts: Facts): Side =>
  number(facts, 'apart') === 0 ? 'on' : facts['over'] === true ? 'over' : 'under';

/** Whether somebody promised the level. */
export const levelBy = ({ metric }: Pick<Subject, 'metric'>): By => (metric.promise ? 'promised' : 'target');

function briefsOf(facts: Facts, subject: Subject): readonly string[] {
  const { latest, numbers } = subject;
  if (!latest) return facts['countable'] ? nothingYetBrief : notCountableBrief;
  const period = calledIn(subject, latest);
  if (facts['value'] === null) return isReached(subject, latest) ? reachedBrief : notKnownBrief(period);
  const value = numbers.sentence(number(facts, 'value'), levelsOf(subject));
  return typeof facts['target'] === 'number'
    ? levelBrief(value, isOpen(subject), distanceWords(facts, subject), sideIn(facts), levelBy(subject))
    : levelAloneBrief(value, isOpen(subject), period);
}

/** Whether a ratio has nothing to divide by, as a target is reached. */
function isReached({ metric }: Subject, { denominator }: PublishedValue): boolean {
  const { measure } = metric.wordings[0];
  return measure.measure === 'ratio' && measure.perIs === 'remaining' && denominator !== null && denominator <= 0;
}

/** Why there is no number, where that is known: nothing is left of a target that is reached. */
function untoldTitle(subject: Subject, latest: PublishedValue): string {
  const { metric, agreement } = subject;
  const { measure } = metric.wordings[0];
  const called = calledIn(subject, latest);
  const per = measure.measure === 'ratio' && isReached(subject, latest) ? measure.per : null;
  const whose = agreement.metrics.find(({ slug }) => slug === per)?.title;
  return whose === undefined ? notKnownTitle(metric.title, called) : reachedTitle(metric.title, whose, called);
}

/** So far may a number lie from how it is said: three figures of it, but tenths of a length, and whole amounts. */
function rounded({ unit }: Metric, value: number): number {
  const part = Math.abs(value) * 0.011;
  if (unit.unit === 'records') return part;
  if (unit.unit === 'money') return Math.max(part, 10 ** minorDigits(unit.currency) / 2);
  return Math.max(part, Math.abs(value) < 10 ? 0.051 : 0.51);
}

/** The number of the period, and how far it lies from what was agreed. */
export const title: StatementKind = {
  kind: 'title',
  numbers: { value: 'own', target: 'own', apart: 'apart' },
  directions: (facts) => [
    ...overOrUnder(facts),
    ...when(facts['apart'] === 0, 'equal'),
    ...when(typeof facts['target'] === 'number', 'at most'),
    ...when(facts['value'] === null, 'none'),
  ],
  facts({ latest, mark, markToday, target, metric, numbers }) {
    if (!latest) return { period: null, value: null, countable: metric.missing.length === 0 };
    if (latest.value === null) return { period: latest.period, value: null, countable: true };
    // Where the mark was fixed by another number, a distance would contradict it.
    const against = mark.mark !== 'none' && mark.mark === markToday.mark && target !== null;
    return {
      period: latest.period,
      value: latest.value,
      countable: true,
      target: against ? target : null,
      apart: against ? numbers.apart(latest.value, target) : null,
      over: against ? latest.value > target : null,
    };
  },
  words(facts, subject) {
    const { metric, latest } = subject;
    if (!latest) return facts['countable'] ? nothingYetTitle(metric.title) : notCountableTitle(metric.title);
    if (facts['value'] === null) return untoldTitle(subject, latest);
    const level = `${says(subject, number(facts, 'value'))}${isOpen(subject) ? soFarSuffix : ''}`;
    return saysDistance(facts, subject) ? `${level}, ${distanceWords(facts, subject)}.` : `${level}.`;
  },
  brief: (facts, subject) => briefest(briefsOf(facts, subject)),
  holds(facts, { series, metric }) {
    const row = series.find(({ period }) => period === text(facts, 'period'));
    if (!row) return facts['value'] === null && facts['countable'] === (metric.missing.length === 0);
    if (row.value !== facts['value']) return false;
    if (typeof facts['target'] !== 'number' || row.value === null) return true;
    if (facts['target'] !== levelOn(metric, row.to, row.target)) return false;
    const gap = row.value - facts['target'];
    const scale =
      metric.unit.unit === 'share'
        ? 0.011
        : [row.value, facts['target'], number(facts, 'apart')].reduce((sum, said) => sum + rounded(metric, said), 0);
    return gap > 0 === facts['over'] && Math.abs(Math.abs(gap) - number(facts, 'apart')) <= scale;
  },
  claims: (facts, subject) => [
    ...claimOf('value', subject, facts['period'], facts['value'] ?? null),
    ...(typeof facts['target'] === 'number' ? claimOf('side', subject, facts['period'], sideIn(facts)) : []),
  ],
};

/** Money that is a tenth over, or a stretch of time of which a twentieth is: how much says less than that it is little. */
function isLittle({ unit }: Metric, value: number, target: number): boolean {
  const part = (value - target) / target;
  if (part <= 0) return false;
  return unit.unit === 'money' ? part <= 0.1 : unit.unit === 'duration' && part <= 0.05;
}

/** `7 points under its promise`, from the facts of a title; `by`: the promising teams' names, where no sentence before says them. */
export function distanceWords(facts: Facts, subject: Subject, by = ''): string {
  const { metric, latest, numbers } = subject;
  const [value, target] = [number(facts, 'value'), number(facts, 'target')];
  const way = latest && wayOn(metric, latest.to);
  return againstTarget({
    ...(by ? { style: 'other' as const, team: by } : byWhom(subject)),
    way: way ?? 'at least',
    equal: number(facts, 'apart') === 0,
    over: facts['over'] === true,
    share: isShare(metric),
    few: metric.unit.unit === 'records',
    little: isLittle(metric, value, target),
    distance: numbers.distance(value, target),
    target: numbers.sentence(target),
  });
}

/** Both names of a promise that teams made together, for where their own sentences do not say them. */
export const promisers = (subject: Subject) => teamsInText(subject, subject.metric.promise?.by ?? []);
