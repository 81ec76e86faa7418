import type { Agreement } from '../values/agreement.ts';
import { momentsOf, toldIn } from '../agreement/moments-of.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { Condition, FieldPath, Literal, Moment, Pick as Picking, Records, Value } from '../values/tree.ts';

/** What a needed field is compared with. */
export interface NeedUse {
  readonly path: FieldPath;
  readonly literals: Literal[];
  readonly words: { readonly where: 'anywhere' | 'as a word' | 'at the start'; readonly word: string }[];
  /**
   * Whether it is used otherwise: in a calculation, as a link to follow, beside another field, or as a field of another record, which may be
   * the same one. Then not all ways can be walked.
   */
  isOpen: boolean;
}

/** Where a definition is walked. */
export interface Ground {
  readonly agreement: Pick<Agreement, 'terms' | 'figures' | 'orders'>;
  readonly catalogue: Catalogue;
  readonly uses: readonly NeedUse[];
  /** Walks what is said of the record at a spot. */
  readonly walk: (conditions: readonly Condition[], at: Spot) => void;
  readonly walkTerm: (name: string, at: Spot) => void;
}

/** A record that something is said of: by the links that lead to it from the one counted; null: one of the related records. */
export interface Spot {
  readonly kind: string;
  readonly links: readonly string[] | null;
}

/** The needed fields that a value is, and those that it is made from in some other way. */
export interface Found {
  readonly itself: readonly NeedUse[];
  readonly inside: readonly NeedUse[];
}

const nothing: Found = { itself: [], inside: [] };

const both = (one: Found, other: Found): Found => ({
  itself: [...one.itself, ...other.itself],
  inside: [...one.inside, ...other.inside],
});

const inside = ({ itself, inside }: Found): Found => ({ itself: [], inside: [...itself, ...inside] });

/** The needed fields in a value of the record at a spot. What it says of related records is walked on the way. */
export function neededIn(value: Value, at: Spot, ground: Ground): Found {
  switch (value.value) {
    case 'literal':
    case 'entered':
    case 'result':
      return nothing;
    case 'field':
      return neededAt(value.path, at, ground);
    case 'picked':
      return both(inPick(value.pick, at, ground), inside(neededAt(value.path, relatedOf(value.pick.records), ground)));
    case 'number of':
      return inRecords(value.records, at, ground);
    case 'gathered': {
      const of = inside(neededAt(value.of, relatedOf(value.records), ground));
      return both(inRecords(value.records, at, ground), of);
    }
    case 'distance':
      return both(inMoment(value.from, at, ground), inMoment(value.to, at, ground));
    case 'part of':
      return inMoment(value.of, at, ground);
    case 'edge':
      return inMoment(value.edge, at, ground);
    case 'beyond':
      return inMoment(value.beyond, at, ground);
    case 'calculated':
      return inside(both(neededIn(value.left, at, ground), neededIn(value.right, at, ground)));
    case 'or else':
      return both(neededIn(value.first, at, ground), neededIn(value.second, at, ground));
    case 'sorted':
      // Which case holds is told by the conditions alone.
      for (const { when } of value.cases) ground.walk(when, at);
      return nothing;
  }
}

const relatedOf = ({ kind }: Records): Spot => ({ kind, links: null });

function inMoment(moment: Moment, at: Spot, ground: Ground): Found {
  return inside(
    toldIn(moment)
      .map((told) => neededIn(told, at, ground))
      .reduce(both, nothing),
  );
}

function inPick({ records, by }: Picking, at: Spot, ground: Ground): Found {
  const ordered = ground.uses.filter(({ path }) => path.field === by && endOf(path, ground) === records.kind);
  return both(inRecords(records, at, ground), { itself: [], inside: ordered });
}

/** By its links a record may have other related ones. */
function inRecords(records: Records, at: Spot, ground: Ground): Found {
  const { term, when, where } = records;
  if (term !== null) ground.walkTerm(term, relatedOf(records));
  ground.walk(where, relatedOf(records));
  const belonging = ground.uses.filter(({ path }) => path.type.is === 'link' && endOf(path, ground) === at.kind);
  const inTime = when ? momentsOf(when).map((moment) => inMoment(moment, at, ground)) : [];
  return inTime.reduce(both, { itself: [], inside: belonging });
}

function neededAt(path: FieldPath, at: Spot, ground: Ground): Found {
  const spot: Spot = { kind: endOf(path, ground), links: at.links && [...at.links, ...path.links] };
  const followed: Found = { itself: [], inside: ground.uses.filter((use) => isFollowed(use, at, path.links, ground)) };
  if (!path.figure) {
    const same = ground.uses.filter(
      ({ path: needed }) => needed.field === path.field && endOf(needed, ground) === spot.kind,
    );
    const isHere = ({ path: { links } }: NeedUse): boolean => isSame(links, spot.links);
    const found = {
      itself: same.filter(isHere),
      inside: [...same.filter((use) => !isHere(use)), ...currencyOf(path, spot, ground)],
    };
    return both(followed, found);
  }
  const figure = ground.agreement.figures.find((one) => one.kind === spot.kind && one.name === path.field);
  if (!figure) return followed;
  if (figure.term !== null) ground.walkTerm(figure.term, spot);
  return both(followed, neededIn(figure.is, spot, ground));
}

/** The currency of an amount, where it is needed: what fills it changes the amount. */
const currencyOf = ({ type }: FieldPath, { kind }: Spot, ground: Ground): readonly NeedUse[] =>
  type.is === 'money'
    ? ground.uses.filter(({ path }) => path.field === 'currency' && endOf(path, ground) === kind)
    : [];

const isSame = (one: readonly string[], other: readonly string[] | null): boolean =>
  other !== null && one.length === other.length && one.every((link, index) => link === other[index]);

/** Whether a needed field is one of the links that lead from a spot to somewhere. */
export function isFollowed({ path }: NeedUse, at: Spot, links: readonly string[], ground: Ground): boolean {
  return links.some(
    (link, index) => link === path.field && kindAlong(at.kind, links.slice(0, index), ground) === endOf(path, ground),
  );
}

/** The kind of the record that has the field of a path. */
export const endOf = ({ from, links }: FieldPath, ground: Ground): string => kindAlong(from, links, ground);

/** The kind that links lead to. */
export function kindAlong(from: string, links: readonly string[], { catalogue }: Pick<Ground, 'catalogue'>): string {
  return links.reduce((kind, link) => {
    const type = catalogue.kinds.find(({ name }) => name === kind)?.fields.find(({ name }) => name === link)?.type;
    return type?.is === 'link' ? type.to : kind;
  }, from);
}
