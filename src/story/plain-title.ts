/** What stands where a sentence that has to stand may not: the least that can be said. */
import type { Statement } from '../values/statement.ts';
import { levelTitle, plainVerdictWords } from './locale/en/titles.ts';
import { sentence } from './locale/en/forms.ts';
import { atAllLengths } from './statements/statement-kind.ts';
import { calledIn, levelsOf, type Subject } from './subject.ts';
import { everything } from './verdict-of.ts';

/** `Open pipeline: 1.94 million euros in October.`; the metric's title alone where there is no number. */
export function plainTitle(subject: Subject): Statement {
  const { metric, latest, numbers } = subject;
  const { slug, title } = metric;
  const about = { kind: 'title', subject: slug };
  if (!latest || latest.value === null)
    return { ...about, facts: {}, words: sentence(title), headline: title, brief: title };
  const value = numbers.sentence(latest.value, levelsOf(subject));
  const words = `${levelTitle('', { value, period: calledIn(subject, latest), title })}.`;
  return atAllLengths({ ...about, facts: { period: latest.period, value: latest.value }, words }, value, title);
}

/** Where nothing can be said of all promises together. */
export function plainVerdict(): Statement {
  const words = sentence(plainVerdictWords);
  return {
    kind: 'verdict',
    subject: everything,
    facts: {},
    words,
    headline: plainVerdictWords,
    brief: plainVerdictWords,
  };
}
