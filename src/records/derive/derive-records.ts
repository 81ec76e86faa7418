import type { RecordIndex } from '../../store/indexes.ts';
import type { Source } from '../source.ts';
import { deriveCampaignTouches, touchedBy } from './campaign-touches.ts';
import { handoverDerivation } from './derivation.ts';
import type { Derivation } from './derivation.ts';
import { deriveFirstTimes } from './first-times.ts';
import { deriveFromHistories } from './from-histories.ts';
import { deriveConversions, deriveLeadActivities } from './lead-activities.ts';
import { ownershipSource } from './ownerships.ts';
import { deriveStageChanges } from './stage-changes.ts';
import { toldFields } from './told-by.ts';

/** The indexes that this takes. Measuring makes its own, by what the agreement asks. */
export const deriving: readonly RecordIndex[] = [
  { table: 'field_change', columns: ['lead', 'at', 'sequence'] },
  { table: 'lead', columns: ['person'] },
  { table: 'stage_change', columns: ['opportunity', 'at', 'sequence'] },
  { table: 'deal_contact', columns: ['contact'] },
];

/** Makes the records, and the fields of records, that follow from others. The indices must be there. */
export async function deriveRecords(derivation: Derivation): Promise<void> {
  await deriveStageChanges(derivation);
  await deriveConversions(derivation);
  await deriveLeadActivities(derivation);
  await deriveFirstTimes(derivation);
  await deriveFromHistories(derivation);
  await deriveCampaignTouches(derivation);
}

/** The kinds that are derived from these sources, each with the kinds that it is made of. */
export function derivedFrom(sources: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const [ownerships, touches] = [ownershipSource(sources), touchedBy(sources)];
  return new Map([
    ...toldFrom(sources),
    ...(handoverDerivation(sources) ? [['handover', ['lead', 'field change']] as const] : []),
    ...(ownerships ? [['ownership', ['lead', ...(ownerships.history === null ? [] : ['field change'])]] as const] : []),
    ...(touches
      ? [
          [
            'campaign touch',
            [
              'opportunity',
              'campaign member',
              ...(touches.leads ? ['lead'] : []),
              ...(touches.contacts ? ['deal contact'] : []),
            ],
          ] as const,
        ]
      : []),
  ]);
}

/** Records whose fields are told by others are as old as these. */
function toldFrom(sources: readonly Source[]): (readonly [string, readonly string[]])[] {
  const historyOf = (record: string): string => (record === 'lead' ? 'field change' : 'stage change');
  const pairs = toldFields(sources).map(({ record, told }) => {
    return { record, by: told.is === 'history' ? historyOf(record) : told.kind };
  });
  const records = [...new Set(pairs.map(({ record }) => record))];
  return records.map((record) => [
    record,
    [...new Set(pairs.filter((pair) => pair.record === record).map(({ by }) => by))],
  ]);
}
