import { aRecord } from './a-record.ts';
import type { Proposal, Question } from './proposal.ts';

/** A proposal for a person: what the file seems to be, and how sure that is. */
export function sayProposal(proposal: Proposal): string[] {
  const { reads, record, crm, why, rows, gives, leftOut, confidence } = proposal;
  const is =
    record === null ? 'it is open which record a row is' : `a row is ${aRecord(record, crm)} (${confidence}: ${why})`;
  const fields = gives.flatMap((gift) =>
    gift.fields.map(({ field }) => `${gives.length > 1 ? `${gift.record}'s ` : ''}${field}`),
  );
  const offered = gives.reduce((sum, gift) => sum + gift.offered.length, 0);
  return [
    `${reads}: ${is}. ${rows} row${rows === 1 ? ' was' : 's were'} looked at.`,
    ...(fields.length === 0 ? [] : [`  Fields: ${fields.join(', ')}.`]),
    ...(offered === 0
      ? []
      : [`  ${offered} more column${offered === 1 ? ' stands' : 's stand'} in it as comments, to be taken if wanted.`]),
    ...(leftOut.length === 0 ? [] : [`  Not read: ${leftOut.map(({ column }) => column).join(', ')}.`]),
  ];
}

/** An open question with its choices, and how it is answered without a terminal; `table` names it where there are several. */
export function sayQuestion(
  { name, asks, example, choices, takes, suggested }: Question,
  table: string | null = null,
): string[] {
  const shown = choices.slice(0, 12).map(({ answer, means }) => `    ${answer}${means === '' ? '' : `: ${means}`}`);
  const more = choices.length > 12 ? [`    and ${choices.length - 12} more`] : [];
  const answer = suggested ?? choices[0]?.answer ?? '';
  return [
    `  ${asks}${example === '' ? '' : ` (${example})`}`,
    ...shown,
    ...more,
    ...(takes === 'any' ? ['    or any other, such as Europe/Berlin'] : []),
    `    --answer "${table === null ? '' : `${table}:`}${name.replaceAll('"', '\\"')}=${answer.replaceAll('"', '\\"')}"`,
  ];
}
