/**
 * What HubSpot says when it refuses, made a fault. Its bodies are `{status: 'error', category, message, correlationId, errors}`, all of it optional
 * (developers.hubspot.com/docs/api-reference/error-handling); a refusal for too many calls has `policyName` in place of a category.
 */
import { z } from 'zod';
import type { Place } from '../../values/problem.ts';
import { Passing, PullFault } from '../pull-fault.ts';

const scopes = z.looseObject({
  requiredGranularScopes: z.array(z.string()).optional(),
  requiredScopes: z.array(z.string()).optional(),
  missingScopes: z.array(z.string()).optional(),
});
const bodySchema = z.looseObject({
  message: z.string().optional(),
  category: z.string().optional(),
  policyName: z.string().optional(),
  context: scopes.optional().catch(undefined),
  errors: z
    .array(z.looseObject({ context: scopes.optional().catch(undefined) }))
    .optional()
    .catch(undefined),
});
type Body = z.infer<typeof bodySchema>;

/** A refusal, and what is known of the one who was refused. */
export interface Refused {
  readonly status: number;
  readonly text: string;
  /** What was asked for, as a person would call it: `the records of deals`. */
  readonly what: string;
  /** The place of the mapping that asks for it; null: no single one does. */
  readonly at: Place | null;
  /** The place that names the token's variable, and the variable. */
  readonly token: { readonly variable: string; readonly at: Place };
  /** Seconds that HubSpot asks us to wait; null where it does not say. */
  readonly after: number | null;
  /** When HubSpot begins to count the day's calls anew, seconds since 1970; null where nobody knows. */
  readonly nextDay: number | null;
  /** Takes secrets out of a text. */
  readonly hide: (text: string) => string;
}

/** There is no such object, or record. */
export class NotThere extends PullFault {}

/** The token may not ask for it. */
export class NotAllowed extends PullFault {}

export function refusalOf(refused: Refused): PullFault {
  const { status } = refused;
  const body = bodyOf(refused.text);
  if (status === 401) return tokenRefused(body, refused);
  if (status === 403) return notAllowed(body, refused);
  if (status === 429) return tooMany(body, refused);
  const words = wordsOf(body, refused);
  // HubSpot locks what it writes for two seconds, and moves accounts between its centres for hours (477).
  if (status === 423) return new Passing(words, refused.after ?? 2);
  if (status === 408 || status === 477 || status >= 500) return new Passing(words, refused.after);
  if (status === 404 || (status === 400 && /infer object type/i.test(body.message ?? '')))
    return new NotThere('input', words, '', refused.at);
  return new PullFault('machine', words, '', refused.at);
}

function bodyOf(text: string): Body {
  try {
    const parsed = bodySchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : {};
  } catch {
    return {};
  }
}

function wordsOf({ message, category }: Body, { status, what, hide }: Refused): string {
  const said = message === undefined ? '' : `: "${shortened(hide(message))}"`;
  return `HubSpot refuses ${what} (${[status, category].filter(Boolean).join(', ')})${said}`;
}

/** A server's words on one line, and not a book of them. */
function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}...` : line;
}

function tokenRefused({ category }: Body, { token }: Refused): PullFault {
  const why =
    category === 'EXPIRED_AUTHENTICATION' ? 'it has expired' : 'it is wrong, was replaced, or its app was deleted';
  return new PullFault(
    'input',
    `HubSpot does not accept the token in ${token.variable}: ${why}`,
    "open the private app in HubSpot's settings, copy its access token, and put it into that variable",
    token.at,
  );
}

function notAllowed(body: Body, refused: Refused): NotAllowed {
  const lacks = scopesOf(body);
  if (lacks.length === 0) {
    const fix = "look at the private app's scopes, and at the rules of HubSpot for addresses that may sign in";
    return new NotAllowed('input', wordsOf(body, refused), fix, refused.at);
  }
  const named = lacks.join(', ');
  return new NotAllowed(
    'input',
    `the token in ${refused.token.variable} may not read ${refused.what}: it lacks ${lacks.length === 1 ? 'the scope' : 'one of the scopes'} ${named}`,
    "add it to the private app in HubSpot's settings; the token stays the same",
    refused.at,
  );
}

/** The scopes that a refusal names, wherever it does. */
function scopesOf({ context, errors = [] }: Body): readonly string[] {
  const told = [context, ...errors.map((error) => error.context)];
  const names = told.flatMap((each) => [
    ...(each?.requiredGranularScopes ?? []),
    ...(each?.missingScopes ?? []),
    ...(each?.requiredScopes ?? []),
  ]);
  return [...new Set(names)];
}

const longestSpan = 60;

function tooMany(body: Body, { what, after, nextDay }: Refused): PullFault {
  const policy = body.policyName ?? '';
  const isDaily = /DAILY/i.test(policy) || /daily limit/i.test(body.message ?? '');
  if (!isDaily) {
    // A span of ten seconds is over after ten; searches are counted by the second. Whatever asks for more means another unit.
    const seconds = Math.min(after ?? (/TEN/i.test(policy) ? 10 : 1), longestSpan);
    return new Passing(`HubSpot allows no more calls for the moment (${what})`, seconds);
  }
  const when = nextDay === null ? "at midnight in your account's time zone" : `at ${isoOf(nextDay)}`;
  return new PullFault(
    'machine',
    'all calls that HubSpot allows your account a day are used up',
    `it counts anew ${when}: a pull after that goes on where this one stopped`,
  );
}

function isoOf(seconds: number): string {
  return new Date(Math.floor(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}
