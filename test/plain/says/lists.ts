/** Lists of the numbers of a random company: all of them, those of a team, a few. */
import { checkListStatement } from '../../../src/story/check/check-list.ts';
import { alsoCounted } from '../../../src/story/lists/also-counted.ts';
import { canWait } from '../../../src/story/lists/can-wait.ts';
import { stateOf, type Listing } from '../../../src/story/lists/list-kind.ts';
import { promisesKept } from '../../../src/story/lists/promises-kept.ts';
import { promisesUnmarked } from '../../../src/story/lists/promises-unmarked.ts';
import { listSays } from '../../../src/story/lists/list-says.ts';
import { changeOf } from '../../../src/story/trends/change-of.ts';
import type { Finding } from '../../../src/values/statement.ts';
import type { Ground } from '../../../src/story/check/ground.ts';
import type { Agreement } from '../../../src/values/agreement.ts';

/** What is wrong with what is said of lists of these findings, and which kinds say it. */
export function toldOfLists(agreement: Agreement, findings: readonly Finding[], ground: Ground) {
  const all = findings.flatMap((finding) => {
    const subject = ground.about(finding.metric)?.subject;
    return subject ? [{ metric: subject.metric, finding, change: changeOf(finding, subject) }] : [];
  });
  const lists: readonly Listing[] = [
    { subject: 'all', whose: 'all', team: '', numbers: all },
    { subject: 'sales', whose: 'team', team: 'sales', numbers: all.filter((_, index) => index % 2 === 0) },
    { subject: 'deals', whose: 'these', team: '', numbers: all.slice(0, 3) },
  ];
  const told = lists.flatMap((listing) => {
    const { off, title, changes, rest } = listSays(listing);
    const beside = [alsoCounted, canWait, promisesKept, promisesUnmarked].map((kind) => stateOf(kind, listing));
    const said = [off, title, ...changes, ...rest, ...beside].filter((one) => one !== null);
    return said.map((statement) => ({ statement, wrong: checkListStatement(statement, listing, agreement) }));
  });
  return { kinds: told.map(({ statement }) => statement.kind), wrong: told.flatMap(({ wrong }) => wrong) };
}
