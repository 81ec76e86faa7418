import type { Agreement } from '../values/agreement.ts';
import type { Catalogue } from '../values/catalogue.ts';
import type { FieldPath, Literal, Moment, Records, Value } from '../values/tree.ts';

/** What a needed field is compared with. */
export interface NeedUse {
  readonly path: FieldPath;
  readonly literals: Literal[];
  readonly words: { readonly where: 'anywhere' | 'as a word' | 'at the start'; readonly word: string }[];
  /** Whether it is used otherwise: in a calculation, as a link to follow, beside another field. Then not all ways can be walked. */
  isOpen: boolean;
}

/** Where a definition is walked. */
export interface Ground {
  readonly agreement: Pick<Agreement, 'terms' | 'figures' | 'orders'>;
  readonly catalogue: Catalogue;
  readonly uses: readonly NeedUse[];
  /** Walks a term of the record that links lead to. */
  readonly walkTerm: (name: string, links: readonly string[]) => void;
}

/** The needed fields that a value is, and those that it is made from in some other way. */
export interface Spots {
  readonly itself: readonly NeedUse[];
  readonly inside: readonly NeedUse[];
}

const nothing: Spots = { itself: [], inside: [] };

const both = (one: Spots, other: Spots): Spots => ({
  itself: [...one.itself, ...other.itself],
  inside: [...one.inside, ...other.inside],
});

const inside = ({ itself, inside }: Spots): Spots => ({ itself: [], inside: [...itself, ...inside] });

/**
 * Where needed fields stand in a value of the record that links lead to from the one counted. Those of related records are others' fields;
 * but by its links a record may have other related ones.
 */
export function spotsOf(value: Value, links: readonly string[], ground: Ground): Spots {
  const inMoment = (moment: Moment): Spots =>
    moment.moment === 'told' ? inside(spotsOf(moment.told, links, ground)) : nothing;
  const inRecords = ({ when }: Records): Spots => {
    const belonging = ground.uses.filter(({ path }) => path.type.is === 'link' && isSame(path.links, links));
    const inTime = when && inMoment(when.when === 'window' ? when.window.anchor : when.than);
    return both({ itself: [], inside: belonging }, inTime ?? nothing);
  };
  switch (value.value) {
    case 'literal':
    case 'entered':
      return nothing;
    case 'field':
      return spotsOfPath(value.path, links, ground);
    case 'picked':
      return inRecords(value.pick.records);
    case 'number of':
    case 'gathered':
      return inRecords(value.records);
    case 'distance':
      return both(inMoment(value.from), inMoment(value.to));
    case 'part of':
      return inMoment(value.of);
    case 'calculated':
      return inside(both(spotsOf(value.left, links, ground), spotsOf(value.right, links, ground)));
    case 'or else':
      return both(spotsOf(value.first, links, ground), spotsOf(value.second, links, ground));
  }
}

function spotsOfPath(path: FieldPath, links: readonly string[], ground: Ground): Spots {
  const full = [...links, ...path.links];
  const followed: Spots = { itself: [], inside: ground.uses.filter((use) => isFollowed(use, full)) };
  if (!path.figure) {
    const itself = ground.uses.filter(
      ({ path: needed }) => !needed.figure && needed.field === path.field && isSame(needed.links, full),
    );
    return both(followed, { itself, inside: [] });
  }
  const kind = kindAt(path, ground);
  const figure = ground.agreement.figures.find((one) => one.kind === kind && one.name === path.field);
  if (!figure) return followed;
  if (figure.term !== null) ground.walkTerm(figure.term, full);
  return both(followed, spotsOf(figure.is, full, ground));
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((link, index) => link === other[index]);

/** The kind of the record that a path's links lead to. */
function kindAt({ from, links }: FieldPath, { catalogue }: Ground): string {
  return links.reduce((kind, link) => {
    const type = catalogue.kinds.find(({ name }) => name === kind)?.fields.find(({ name }) => name === link)?.type;
    return type?.is === 'link' ? type.to : kind;
  }, from);
}

/** Whether a needed field is one of the links that lead somewhere. */
export function isFollowed({ path }: NeedUse, links: readonly string[]): boolean {
  const needed = [...path.links, path.field];
  return needed.length <= links.length && needed.every((link, index) => links[index] === link);
}
