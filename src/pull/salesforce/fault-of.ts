import { Passing, PullFault } from '../pull-fault.ts';
import type { TableAsk } from '../connector.ts';
import { closestWord } from '../../agreement/closest-word.ts';
import type { Refusal } from './refusal.ts';

/** What a refusal is about: the ask, or nothing in particular. */
export type Asked = Pick<TableAsk, 'object' | 'columns' | 'at'> | null;

/** A refusal as whoever runs the pull is told it. `what` was asked: "the query of Lead". */
export function faultOf(refusal: Refusal, what: string, asked: Asked = null): PullFault {
  const { code, words } = refusal;
  const at = asked?.at ?? null;
  const said = `Salesforce refuses ${what}: ${code}, "${words}"`;
  if (code === 'REQUEST_LIMIT_EXCEEDED') return noCallsLeft(words);
  if (isDayFull(refusal)) return dayFull(words);
  const column = fieldRefused(words);
  if (asked && column !== null) return noSuchField(asked, column);
  if (asked && /compound data not supported/i.test(words)) return compound(asked, null);
  if (code === 'INVALID_TYPE' || code === 'INVALIDENTITY')
    return new PullFault(
      'input',
      `${said}; there is no such object, or the user who pulls may not read it`,
      'check "object", or give the user\'s permission set read access to the object',
      at,
    );
  if (
    /^(?:INSUFFICIENT_ACCESS|API_DISABLED_FOR_ORG|API_CURRENTLY_DISABLED|FORBIDDEN|FUNCTIONALITY_NOT_ENABLED)/.test(
      code,
    )
  )
    return new PullFault('input', said, "give the user's permission set what is missing: see the guide's page", at);
  if (code === 'UNABLE_TO_LOCK_ROW' || code === 'SERVER_UNAVAILABLE' || code === 'QUERY_TIMEOUT')
    return new Passing(said);
  return new PullFault(code.startsWith('HTTP 5') ? 'machine' : 'input', said, 'correct what it names', at);
}

/** Calls of everyone in the company count together. `ConcurrentRequests` passes by itself, the others with the day. */
function noCallsLeft(words: string): PullFault {
  if (/concurrent/i.test(words)) return new Passing(`Salesforce is asked too much at once: "${words}"`);
  return new PullFault(
    'machine',
    `the calls that Salesforce allows a day are used up: "${words}"`,
    'what was pulled so far is kept, and the next pull goes on from there; Setup, Company Information shows who may use how many',
  );
}

function isDayFull({ code, words }: Refusal): boolean {
  return code === 'LIMIT_EXCEEDED' || /Max bulk v2 query .* per 24 hrs/i.test(words);
}

/** 10,000 query jobs, and a terabyte of results, within 24 hours. */
export function dayFull(words: string): PullFault {
  return new PullFault(
    'machine',
    `the query jobs that Salesforce allows a day are used up: "${words}"`,
    'the next pull goes on where this one stopped',
  );
}

/** The field that a query names and Salesforce does not know: `No such column 'Score__c' on entity 'Lead'.` */
function fieldRefused(words: string): string | null {
  return (
    (/No such column '([^']+)'/i.exec(words) ?? /didn't understand relationship '([^']+)'/i.exec(words))?.[1] ?? null
  );
}

/** A field that was deleted looks the same as one that may no longer be read: both are said. */
export function noSuchField(
  { object, columns, at }: NonNullable<Asked>,
  named: string,
  others: readonly string[] = [],
): PullFault {
  const column = columns.find(({ field }) => sameName(field, named) || sameName(field.split('.')[0] ?? '', named));
  const header = column && !sameName(column.header, named) ? `, the column "${column.header}"` : '';
  const near = closestWord(named, others);
  return new PullFault(
    'input',
    `Salesforce shows no field "${named}" of ${object} to the user who pulls${header}: it was deleted or renamed, or its permission was taken away`,
    `${near === null ? '' : `did you mean "${near}"? `}give the user's permission set read access to the field, or take the column out of the mapping`,
    at,
  );
}

/** A field of several parts, such as an address, or of bytes can't be a column. */
export function compound({ object, at }: NonNullable<Asked>, field: { name: string; type: string } | null): PullFault {
  const which = field === null ? `a field of ${object}` : `the field "${field.name}" of ${object} (${field.type})`;
  return new PullFault(
    'input',
    `${which} consists of several parts, or of bytes, and can't be pulled as a column`,
    'map its parts: BillingCity, BillingCountry in place of BillingAddress',
    at,
  );
}

export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
