import { readSources } from '../read-sources.ts';
import { catalogueOf } from '../catalogue.ts';
import { isGiven } from '../derive/derivation.ts';
import { isMapped } from '../mapped-field.ts';
import type { HandoverDerivation, Source } from '../source.ts';
import type { ObservedLine } from './observed-line.ts';
import { watchesOf } from './watch.ts';
import { heldAs, historyOf } from './watched-fields.ts';

/** Where problems say that what was observed stands. */
export const observedPath = 'published/observed.csv';

/** What a lead's history calls its status and its owner, where no source says it. */
const called = { status: 'status', owner: 'owner' } as const;

/**
 * The sources, and one more that stands for what was observed: of kinds of which something is written down, or whose exports are told apart by
 * their names. Where there is no such kind, they are as they were.
 */
export function withObserved(sources: readonly Source[], lines: readonly ObservedLine[]): readonly Source[] {
  const catalogue = catalogueOf(sources);
  const dated = watchesOf(sources, catalogue).filter(({ source }) => source.datedByName !== null);
  const kinds = [...historyOf.keys()].filter(
    (name) => dated.some(({ kind }) => kind.name === name) || lines.some(({ kind }) => kind === name),
  );
  if (kinds.length === 0) return sources;
  const gifts = kinds.map((kind) =>
    giftOf(kind, (field) => catalogue.kinds.some((each) => each.name === kind && isMapped(each, field))),
  );
  const text = `reads: observed.csv\nforgets: yes\ngives: ${JSON.stringify(gifts)}\n`;
  const added = readSources([{ path: observedPath, text }]).sources.flatMap((source) =>
    source.is === 'file' ? [{ ...source, observed: true as const }] : [],
  );
  const observesLeads = kinds.includes('lead') && !isGiven(sources, 'field change', []);
  return [
    ...sources.map((source) => (observesLeads && source.is === 'handovers' ? byObserved(source) : source)),
    ...added,
  ];
}

/** A gift as a source would say it. */
function giftOf(kind: string, isKnown: (field: string) => boolean): Record<string, unknown> {
  const how = { observed: 'observed', 'seen before': 'seen before' };
  if (kind === 'lead') {
    const columns = { lead: 'key', field: 'field', from: 'from', to: 'to', at: 'at', ...how };
    return { record: 'field change', columns };
  }
  // Not `from`: it follows from the order of the rows, also of those that a file gives.
  const held = ['amount', 'closed', 'forecast category', 'probability'].filter(isKnown);
  const told = Object.fromEntries(held.map((field) => [heldAs.get(field) ?? field, field]));
  return { record: 'stage change', columns: { opportunity: 'key', to: 'to', at: 'at', ...told, ...how } };
}

/**
 * Handovers by what was observed. Where leads hold the moments of a handover themselves, these tell more: they reach further back than what
 * anyone observed.
 */
function byObserved(source: HandoverDerivation): HandoverDerivation {
  const { status, owner, converted } = source.history;
  const tellsItself = Object.keys(source.withoutHistory).length > 0;
  return {
    ...source,
    history: { status: tellsItself ? null : (status ?? called.status), owner: owner ?? called.owner, converted },
  };
}

/** What the rows of a lead's history call a watched field. */
export function calledInHistory(sources: readonly Source[], field: string): string {
  const how = sources.find((source): source is HandoverDerivation => source.is === 'handovers')?.history;
  return (field === 'owner' ? how?.owner : how?.status) ?? field;
}
