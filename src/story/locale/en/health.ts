/** English: what to mend in the CRM, and values that no definition names. */
import type { Catalogue } from '../../../values/catalogue.ts';
import type { HealthFinding, HealthSort } from '../../../values/health.ts';
import type { UnclaimedValue } from '../../../values/unclaimed.ts';
import { counted, plainNumber } from './forms.ts';

export const health = {
  name: 'What to mend in the CRM',
  none: 'Nothing. No check found a record that should be mended.',
  touches: 'Touches',
  /** Goes before what records lack that a number needs. */
  needed: 'To mend in the CRM for this number:',
  unclaimed: 'Values that no definition names',
  unclaimedNone: 'None. Every value of the fields that the definitions ask for is named in one.',
  unclaimedLead:
    'Records have these, and no sentence of the agreement names them. Name them in a definition, or correct them in the CRM.',
  records: 'Records',
  value: 'Value',
  lately: 'Last 30 days',
  all: 'All',
  field: 'Field',
} as const;

/** What is at fault, after its count and the records: `opportunities without amount`. */
export function faultSaid({ sort, fields }: HealthFinding, records: string): string {
  const [field = '', other = ''] = fields;
  const says: Readonly<Record<HealthSort, string>> = {
    lacks: `without ${field === 'closed' ? 'a closing date' : `an entry for ${field}`}`,
    'wrong order': `with “${field}” before “${other}”`,
    ahead: `with “${field}” later than the export`,
    'before 1971': `with “${field}” in 1970 or before`,
    'below zero': `with “${field}” below zero`,
    'same person': 'of a person who stands there twice',
    'same deal': 'that look like one deal entered twice',
    'same name': 'that have one name but for spelling',
    'no history': 'that nothing ever happened to',
    'owner gone': 'still owned by people who left',
    'owner unknown': 'with an owner who is no user',
    'long past': 'still open a month after the closing date',
    'stage is not where it last moved': 'in another stage than the last move of their history led to',
    'won without a stage of won deals': 'called won that never were in a stage of won deals',
    'converted by its status only': 'with a status of converted leads, never converted',
  };
  return `${records} ${says[sort]}`;
}

/** A fault with its count: `84 leads without an entry for source`. */
export function lackingSaid(finding: HealthFinding, { kinds }: Catalogue): string {
  const records = kinds.find(({ name }) => name === finding.kind)?.plural ?? finding.kind;
  return `${plainNumber(finding.count)} ${faultSaid(finding, finding.count === 1 ? finding.kind : records)}`;
}

/** What to do, an imperative without a number. */
export const mendFault: Readonly<Record<HealthSort, string>> = {
  lacks: 'Fill in the field; its owner knows best.',
  'wrong order': 'Correct the date that can’t be right.',
  ahead: 'Correct the date: it has not come yet.',
  'before 1971': 'Correct the date, or the program that wrote it.',
  'below zero': 'Correct when it began or ended.',
  'same person': 'Merge them in the CRM.',
  'same deal': 'Look at both, and close the one too many.',
  'same name': 'Look at both, and merge them if they are one company.',
  'no history': 'Work on them, or say that they are no leads.',
  'owner gone': 'Give them to somebody who is here.',
  'owner unknown': 'Give them to a user, or add the file of users.',
  'long past': 'Ask the owner for a new date, or close the deal.',
  'stage is not where it last moved': 'Set the right stage once more, so that the history tells it too.',
  'won without a stage of won deals': 'Correct the stage, or that it is won.',
  'converted by its status only': 'Convert the lead, or correct its status.',
};

/** How many of how many were looked at. */
export const ofLookedAt = (of: number): string => `of ${plainNumber(of)} looked at`;
export const checksWell = (well: number): string => `${counted(well, 'check', 'checks')} found nothing.`;
export const listOf = (shown: number, count: number): string =>
  shown < count
    ? `The first ${plainNumber(shown)} of ${plainNumber(count)} records`
    : counted(count, 'record', 'records');
export const moreValues = (count: number): string =>
  `${counted(count, 'further value', 'further values')} in api/health.json.`;

/** One line for the end of a run: the three with most new records. */
export function unclaimedSaid(values: readonly UnclaimedValue[], { kinds }: Catalogue): string {
  const top = values.slice(0, 3).map(({ kind, field, value, count }) => {
    const plural = kinds.find(({ name }) => name === kind)?.plural ?? kind;
    return `${counted(count, kind, plural)} with the ${field} “${value}”`;
  });
  const more = values.length - top.length;
  return `In no definition: ${top.join(', ')}${more > 0 ? ` and ${counted(more, 'more value', 'more values')}` : ''}. The page of data lists them.`;
}
