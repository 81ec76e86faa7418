import { marked } from './backed.ts';
import { butBrief, offBrief } from '../locale/en/briefs.ts';
import { claimOf } from './claims.ts';
import { listed } from '../locale/en/forms.ts';
import { butWords, offWords } from '../locale/en/titles.ts';
import { briefest, mostWords, wordsIn } from '../count-words.ts';
import { levelsOf, type Subject } from '../subject.ts';
import { number, text, type Facts, type StatementKind } from './statement-kind.ts';
import { distanceWords, promisers, title } from './title.ts';

const isOff = ({ mark }: Subject) => mark.mark === 'slipping' || mark.mark === 'broken';
const spoken = (facts: Facts, subject: Subject) => subject.numbers.sentence(number(facts, 'value'), levelsOf(subject));

const facts = (subject: Subject): Facts | null => {
  const of = isOff(subject) ? title.facts(subject) : null;
  return of && { ...of, mark: subject.mark.mark };
};

/** A promise that is off: which, by how much, and who promised it; both names where two did. */
export const offEach: StatementKind = {
  kind: 'off each',
  numbers: title.numbers,
  directions: (said) => [...title.directions(said), ...marked(said['mark'])],
  facts,
  words(said, subject) {
    const value = spoken(said, subject);
    const by = subject.metric.promise ? listed(promisers(subject)) : '';
    const far = said['target'] === null ? '' : distanceWords(said, subject, by);
    const whole = offWords(subject.metric.title, subject.mark.mark, value, far);
    return wordsIn(whole) > mostWords ? offWords(subject.metric.title, subject.mark.mark, value, '') : whole;
  },
  brief: (said, subject) =>
    briefest(
      offBrief(
        subject.mark.mark,
        spoken(said, subject),
        typeof said['target'] === 'number' ? distanceWords(said, subject) : '',
      ),
    ),
  holds: (said, subject) => title.holds(said, subject) && said['mark'] === subject.mark.mark,
  claims: (said, subject) => [
    ...title.claims(said, subject),
    ...claimOf('mark', subject, said['period'], said['mark'] ?? null),
  ],
};

/** The pair of a kept promise that is off; said of the pair. `keeps`: the metric that is kept, whose mark it speaks of too. */
export const but: StatementKind = {
  kind: 'but',
  numbers: { value: 'own' },
  directions: ({ mark }) => marked(mark),
  facts(subject, keeps = '') {
    const of = facts(subject);
    return of && { ...of, keeps };
  },
  words: (said, subject) => butWords(subject.metric.title, subject.mark.mark, spoken(said, subject)),
  brief: (_, subject) => briefest(butBrief(subject.mark.mark)),
  holds: (said, subject) =>
    offEach.holds(said, subject) &&
    subject.agreement.metrics.some(
      ({ slug, pairedWith }) => slug === said['keeps'] && pairedWith === subject.metric.slug,
    ),
  claims: (said, subject) => [
    ...offEach.claims(said, subject),
    ...claimOf('mark', { metric: { slug: text(said, 'keeps') } }, said['period'], 'kept'),
  ],
};
