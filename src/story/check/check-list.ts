import type { Agreement } from '../../values/agreement.ts';
import type { Statement } from '../../values/statement.ts';
import type { Listing } from '../lists/list-kind.ts';
import { listKinds } from '../lists/list-says.ts';
import { capital } from '../locale/en/forms.ts';
import { countsIn } from './fact-quantities.ts';
import { timesOf } from './fact-times.ts';
import { againstTeams, explaining } from './form.ts';
import { ownWordsOfList } from './own-words.ts';
import { readStatement, type Held } from './read-statement.ts';

/** A sentence about several numbers has no name of its own that a headline could not be cut to. */
const longestName = 0;

/** What is wrong with a sentence about a list: its facts are counted again, its words made again, and read as a reader would. Empty: it is true. */
export function checkListStatement(statement: Statement, listing: Listing, agreement: Agreement): string[] {
  const kind = listKinds.find((one) => one.kind === statement.kind);
  if (!kind) return [`${statement.kind}: nobody knows this kind of a list`];
  const { facts, words, headline, brief } = statement;
  const [followed] = listing.stages ?? [];
  const held: Held = {
    kind,
    quantities: countsIn(facts, kind, listing),
    currency: agreement.company.currency,
    own: { ...ownWordsOfList(agreement, listing.team), ...(followed ? { times: timesOf(followed.counted) } : {}) },
    against: againstTeams(agreement),
    explains: explaining(agreement),
    longestName,
  };
  const wrong = [
    ...(kind.holds(facts, listing) ? [] : ['its facts do not hold']),
    ...(kind.words(facts, listing) === words ? [] : ['its words do not say its facts']),
    ...(kind.brief(facts, listing) === brief ? [] : ['its brief does not say its facts']),
    ...([words.replace(/\.$/u, ''), capital(brief)].includes(headline) ? [] : ['its headline says something else']),
    ...readStatement(statement, held),
  ];
  return wrong.map((why) => `${kind.kind}: ${why}: ${words}`);
}
