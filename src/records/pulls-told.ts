import { compareText } from '../agreement/compare-text.ts';
import type { PullTold } from '../values/pulls.ts';
import type { Connection } from './connection.ts';
import { readInstant } from './forms/instant.ts';
import type { PullAccount } from './manifest.ts';

/** What is known of the pulls of each connection, by name: of those that are written down today, also before their first pull. */
export function pullsTold(connections: readonly Connection[], pulls: readonly PullAccount[]): readonly PullTold[] {
  return connections
    .map(({ name, agreedEvery }): PullTold => {
      const own = pulls.filter(({ connection }) => connection === name);
      const last = own.at(-1);
      const complete = own.findLast(({ outcome }) => outcome === 'complete');
      const ended = last ? readInstant(last.ended) : null;
      return {
        connection: name,
        agreedEvery,
        last: last && ended !== null ? { ended, outcome: last.outcome, says: last.says } : null,
        lastComplete: complete ? readInstant(complete.ended) : null,
      };
    })
    .toSorted((one, other) => compareText(one.connection, other.connection));
}
