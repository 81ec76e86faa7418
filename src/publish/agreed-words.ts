import { mostWords, wordsIn } from '../story/count-words.ts';
import { capital, durationWords, listed } from '../story/locale/en/forms.ts';
import { numbersOf } from '../story/numbers.ts';
import type { Agreement, Metric } from '../values/agreement.ts';
import type { TargetLevel } from '../values/target.ts';

/** Teams as a sentence names them: 'sales and marketing'. */
export function teamsInWords(slugs: readonly string[], { teams }: Agreement): string {
  return listed(slugs.map((slug) => teams.find((team) => team.slug === slug)?.inText ?? slug));
}

/** What was agreed: who promised what to whom, or who answers for it, and the level; in a sentence of its own where it is long. */
export function agreedWords(metric: Metric, agreement: Agreement): string {
  const [whose, level] = [whoseWords(metric, agreement), levelInWords(metric, agreement)];
  return wordsIn(`${whose} ${level}`) > mostWords ? `${whose}. ${capital(level)}.` : `${whose}, ${level}.`;
}

function whoseWords({ promise, answeredBy, title }: Metric, agreement: Agreement): string {
  if (promise) {
    const others = promise.to.filter((party) => !promise.by.includes(party));
    const to = others.length === 0 ? 'each other' : teamsInWords(others, agreement);
    return `${capital(teamsInWords(promise.by, agreement))} promised ${to}: ${title.toLowerCase()}`;
  }
  if (answeredBy.length === 0) return title;
  return `${capital(teamsInWords(answeredBy, agreement))} ${answeredBy.length > 1 ? 'answer' : 'answers'} for it: ${title.toLowerCase()}`;
}

/** An amount as the agreement writes it: `60,000 EUR`. */
const amountWritten = /\d[\d,.]* [A-Z]{3}\b/u;

/**
 * As it was written; but a ratio is written as a bare number, and read in its unit; an amount is read as people say it, `€60,000 a month`; and other
 * metrics are read by their titles.
 */
export function levelInWords(metric: Metric, agreement: Agreement): string {
  const { target } = metric.wordings[0];
  if (!target) return 'with no level agreed yet';
  const { level } = target;
  if (level.level === 'derived') return `${target.way} ${derivedInWords(level, agreement)}`;
  if (level.level !== 'one') return target.said;
  const numbers = numbersOf(metric, agreement);
  if (metric.unit.unit === 'times') return `${target.way} ${numbers.sentence(level.value)}`;
  return metric.unit.unit === 'money'
    ? target.said.replace(amountWritten, () => numbers.exact(level.value))
    : target.said;
}

type Derived = Extract<TargetLevel, { level: 'derived' }>;

function derivedInWords({ plan, dividedBy, times, earlierBy }: Derived, { metrics }: Agreement): string {
  const title = (slug: string) => (metrics.find((one) => one.slug === slug)?.title ?? slug).toLowerCase();
  const steps = [
    `what is planned for ${title(plan)}`,
    ...(dividedBy.length > 0 ? [`divided by ${listed(dividedBy.map(title))}`] : []),
    ...(times.length > 0 ? [`times ${listed(times.map(title))}`] : []),
    ...(earlierBy ? [`${durationWords(earlierBy.amount, earlierBy.unit)} earlier`] : []),
  ];
  return steps.join(', ');
}
