import type { SalesforceConnection } from '../../records/connection.ts';
import { PullFault } from '../pull-fault.ts';
import { retrying } from '../retrying.ts';
import type { Secrets } from '../secrets.ts';
import type { World } from '../world.ts';
import { faultOf, type Asked } from './fault-of.ts';
import { isExpired, refusalOf, refusalThrown, type Refusal } from './refusal.ts';
import { signIn, type SignedIn } from './sign-in.ts';
import { textOf, type Wire } from './wire.ts';

/** Something that is asked of Salesforce. */
export interface Question<Answer> {
  /** As a person would call it: "the query of Lead". */
  readonly what: string;
  readonly asked?: Asked;
  readonly call: (signedIn: SignedIn) => Promise<Answer>;
  /** What a refusal means here; without it, or where it gives none, it is a fault. */
  readonly refused?: (refusal: Refusal) => Answer | undefined;
}

/** Asks, signs in anew once where a session has expired, and asks again what may pass. */
export interface Session {
  readonly ask: <Answer>(question: Question<Answer>) => Promise<Answer>;
  readonly wire: Wire;
  readonly world: World;
}

/** How often what may pass is tried in all. */
export const times = 6;

export function openSession(connection: SalesforceConnection, world: World, secrets: Secrets, wire: Wire): Session {
  let session: Promise<SignedIn> | null = null;
  const signedIn = () =>
    (session ??= signIn(connection, secrets, wire).catch((error: unknown) => {
      session = null;
      throw error;
    }));
  /** Null: the session has expired. */
  const once = async <Answer>({
    what,
    call,
    refused,
    asked = null,
  }: Question<Answer>): Promise<{ answer: Answer } | null> => {
    const using = signedIn();
    try {
      return { answer: await call(await using) };
    } catch (error) {
      const refusal = refusalThrown(error);
      if (refusal === null) throw error;
      if (isExpired(refusal)) {
        // Another question may have signed in again meanwhile.
        if (session === using) session = null;
        lastWords = refusal.words;
        return null;
      }
      const answer = refused?.(refusal);
      if (answer === undefined) throw faultOf(refusal, what, asked);
      return { answer };
    }
  };
  let lastWords = '';
  const attempt = async <Answer>(question: Question<Answer>): Promise<Answer> => {
    const got = (await once(question)) ?? (await once(question));
    if (got === null) throw sessionRefused(lastWords, connection);
    return got.answer;
  };
  return {
    ask: (question) => retrying(world, () => attempt(question), { times, what: question.what }),
    wire,
    world,
  };
}

/** The answer where it is one; a refusal is thrown. */
export async function accepted(response: Response): Promise<Response> {
  if (response.status < 400) return response;
  throw refusalOf(response.status, await textOf(response));
}

function sessionRefused(words: string, { placeOf }: SalesforceConnection): PullFault {
  return new PullFault(
    'input',
    `Salesforce lets us in, and refuses the session right after: "${words}"`,
    'the app needs the scope "Manage user data via APIs (api)", its user the permission "API Enabled", and no rule may bar this address',
    placeOf('at'),
  );
}
