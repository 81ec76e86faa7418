/** Of which moments a sentence asks the hour, not only the day. */
import type { Figure } from '../values/agreement.ts';
import type { Catalogue, RecordKind } from '../values/catalogue.ts';
import type { Told, Value, When } from '../values/tree.ts';
import { countsHours } from './moment-fits.ts';
import { toldIn } from './moments-of.ts';

/** Whether something lies within hours of a moment: `within 4 business hours of qualified`. */
export const countsHoursIn = (when: When): boolean => when.when === 'window' && countsHours(when.window.duration.unit);

/** The field or figure that a moment of a record of a kind is: `handover's assigned`. */
export function momentNamed({ kinds }: Catalogue, kind: string, told: Told): string | null {
  const named = (name: string): RecordKind | undefined => kinds.find((one) => one.name === name);
  if (told.value === 'entered') {
    const rows = named(named(kind)?.history?.kind ?? '');
    return rows ? `${rows.name}'s ${rows.happens}` : null;
  }
  const { from, links, field } = told.path;
  let end = named(from);
  for (const link of links) {
    const type = end?.fields.find(({ name }) => name === link)?.type;
    end = type?.is === 'link' ? named(type.to) : undefined;
  }
  return end ? `${end.name}'s ${field}` : null;
}

/** The moments that hours are added to or taken from: `qualified plus 2 business hours`. */
export function movedByHours(catalogue: Catalogue, kind: string, value: Value): string[] {
  if (value.value !== 'calculated' || value.right.value !== 'literal') return [];
  const { literal } = value.right;
  if (literal.literal !== 'duration' || !countsHours(literal.duration.unit)) return [];
  return toldAs(value.left).flatMap((told) => momentNamed(catalogue, kind, told) ?? []);
}

/** The fields among these, and for each figure among them the fields that it is told by. */
export function fieldsBehind(
  names: ReadonlySet<string>,
  figures: readonly Figure[],
  catalogue: Catalogue,
): ReadonlySet<string> {
  const found = new Set(names);
  for (const name of found) {
    const figure = figures.find((one) => `${one.kind}'s ${one.name}` === name);
    const behind = figure ? toldAs(figure.is).map((told) => momentNamed(catalogue, figure.kind, told)) : [];
    for (const one of behind) if (one !== null) found.add(one);
  }
  return found;
}

/** What a value that is a moment is told by. */
function toldAs(value: Value): readonly Told[] {
  switch (value.value) {
    case 'field':
    case 'picked':
    case 'entered':
      return [value];
    case 'beyond':
      return toldIn(value.beyond);
    case 'calculated':
      return toldAs(value.left);
    case 'or else':
      return [...toldAs(value.first), ...toldAs(value.second)];
    default:
      return [];
  }
}
