import type { Catalogue, MomentType, RecordKind } from '../values/catalogue.ts';
import { touchedBy, touchMoment } from './derive/campaign-touches.ts';
import { handoverDerivation, isGiven } from './derive/derivation.ts';
import { activitiesMove } from './derive/lead-activities.ts';
import { ownershipSource } from './derive/ownerships.ts';
import { isMapped } from './mapped-field.ts';
import { handoverMoments } from './source.ts';
import type { HandoverDerivation, Source } from './source.ts';

/** What tells which fields can be derived. */
interface Known extends Catalogue {
  readonly sources: readonly Source[];
  readonly handovers: HandoverDerivation | null;
  /** Whether a file of users tells who is a person. */
  readonly knowsUsers: boolean;
}

/** The kinds of which something is derived: gives the kind with the fields that are then filled. */
const derivations: ReadonlyMap<string, (kind: RecordKind, known: Known) => RecordKind> = new Map([
  ['lead', lead],
  ['handover', handover],
  ['activity', activity],
  ['ownership', ownership],
  ['stage change', stageChange],
  ['campaign touch', campaignTouch],
]);

/** The kinds, with the fields marked that no file fills but that follow from others. */
export function withDerivedFields(kinds: readonly RecordKind[], sources: readonly Source[]): RecordKind[] {
  const knowsUsers = isGiven(sources, 'user', []);
  const known = { kinds, sources, handovers: handoverDerivation(sources), knowsUsers };
  return kinds.map((kind) => derivations.get(kind.name)?.(kind, known) ?? kind);
}

/** The history's order tells what a deal's stage was before, and which entry this is. */
function stageChange(kind: RecordKind): RecordKind {
  const known = ['to', 'opportunity', 'at'].every((name) => isMapped(kind, name));
  return known ? fill(kind, asTheyAre('from', 'entry')) : kind;
}

/** The history tells the instant at which a lead was converted. */
function lead(kind: RecordKind, { handovers }: Known): RecordKind {
  return handovers?.history.converted ? fill(kind, asTheyAre('converted')) : kind;
}

function handover(kind: RecordKind, { kinds, handovers: how, knowsUsers }: Known): RecordKind {
  const lead = kinds.find((each) => each.name === 'lead');
  const history = kinds.find((each) => each.name === 'field change');
  if (!how || !lead || !history) return kind;
  const hasHistory =
    how.history.status !== null && ['lead', 'field', 'to', 'at'].every((name) => isMapped(history, name));
  const filled = asTheyAre('lead', 'time');
  for (const moment of handoverMoments) {
    const standIn = lead.fields.find((field) => field.name === how.withoutHistory[moment]);
    if (hasHistory ? how.statuses[moment].length > 0 : standIn?.mapped) {
      filled.set(moment, !hasHistory && standIn?.type.is === 'moment' ? standIn.type : null);
    }
  }
  // An owner is a person only where a file of users says so: without one, nobody was assigned that we know of.
  if (isMapped(lead, 'owner') && knowsUsers) {
    filled.set('owner', null);
    filled.set('assigned', filled.get('qualified') ?? null);
  }
  if (isMapped(lead, 'given to')) filled.set('partner', null);
  for (const name of ['rejection reason', 'would be good when', 'retry on'])
    if (isMapped(lead, name)) filled.set(name, null);
  return filled.has('qualified') ? fill(kind, filled) : kind;
}

/** Those of a contact belong to the lead, too, that it was. */
function activity(kind: RecordKind, known: Known): RecordKind {
  const leads = known.kinds.find(({ name }) => name === 'lead');
  return leads && activitiesMove(lead(leads, known), known.sources) ? fill(kind, asTheyAre('lead')) : kind;
}

/** Known to the second where the history tells it; else by when the lead was created. */
function ownership(kind: RecordKind, { kinds, sources }: Known): RecordKind {
  const source = ownershipSource(sources);
  if (!source) return kind;
  if (source.history !== null) return fill(kind, asTheyAre('lead', 'owner', 'from', 'until'));
  const created = kinds.find(({ name }) => name === 'lead')?.fields.find(({ name }) => name === 'created');
  return fill(kind, asTheyAre('lead', 'owner').set('from', created?.type.is === 'moment' ? created.type : null));
}

function campaignTouch(kind: RecordKind, { kinds, sources }: Known): RecordKind {
  if (!touchedBy(sources)) return kind;
  const filled = asTheyAre('opportunity', 'campaign', 'campaign member');
  const moment = touchMoment({ kinds });
  return fill(kind, moment ? filled.set('at', moment) : filled);
}

type Filled = Map<string, MomentType | null>;

/** Fields that are filled in the form that they have. */
function asTheyAre(...names: readonly string[]): Filled {
  return new Map(names.map((name) => [name, null]));
}

/** Marks fields as filled, with another precision where one is given. */
function fill(kind: RecordKind, filled: Filled): RecordKind {
  const fields = kind.fields.map((field) =>
    filled.has(field.name) ? { ...field, mapped: true, type: filled.get(field.name) ?? field.type } : field,
  );
  return { ...kind, fields };
}
