import type { ChoiceOrder } from '../../values/agreement.ts';
import type { Catalogue } from '../../values/catalogue.ts';
import { closestWord } from '../closest-word.ts';
import type { FigureName } from '../names.ts';
import { withArticle } from '../plural.ts';
import { fault, keyFault, type Reporting } from '../report.ts';
import type { SaidEntry } from './term-schema.ts';

type OrderedField = ChoiceOrder['fields'][number];

/** A figure, as far as it is known before its value is read. */
export type FigureHead = Pick<FigureName, 'name' | 'kind'>;

/** Reads the orders of choices. A field or figure is in one order only, so that it is clear which one it comes before in. */
export function readOrders(
  reporting: Reporting,
  said: ReadonlyMap<string, SaidEntry>,
  catalogue: Catalogue,
  figures: readonly FigureHead[],
): ChoiceOrder[] {
  const owners = new Map<string, string>();
  return [...said].map(([name, entry]) => {
    checkOrder(reporting, name, entry);
    const fields = (entry.orders ?? []).flatMap((written, index) => {
      const found = orderedField(written, catalogue, figures);
      const owner = owners.get(written.toLowerCase());
      owners.set(written.toLowerCase(), name);
      if ('says' in found) fault(reporting, [name, 'orders', index], found.says, found.fix);
      else if (owner !== undefined)
        fault(reporting, [name, 'orders', index], `"${written}" is in the order "${owner}" already`, 'leave it in one');
      else return [found];
      return [];
    });
    return {
      name,
      inWords: entry['in words'] ?? '',
      fields,
      choices: entry['in order'] ?? [],
      at: reporting.yaml.keyPlace([name]),
    };
  });
}

function checkOrder(reporting: Reporting, name: string, entry: SaidEntry): void {
  const choices = entry['in order'];
  if (entry.orders === undefined)
    keyFault(reporting, [name], `"${name}" needs "orders:"`, 'name the fields: "orders: [opportunity\'s stage]"');
  if (choices === undefined)
    keyFault(reporting, [name], `"${name}" needs "in order:"`, 'name the choices from first to last');
  for (const [index, choice] of (choices ?? []).entries()) {
    if (choices?.indexOf(choice) !== index)
      fault(reporting, [name, 'in order', index], `"${choice}" stands here a second time`, 'keep one of them');
  }
}

/** `opportunity's stage`. */
function orderedField(
  written: string,
  { kinds }: Catalogue,
  figures: readonly FigureHead[],
): OrderedField | { readonly says: string; readonly fix: string } {
  const [, kindName = '', name = ''] = /^(.+?)['’]s\s+(.+)$/.exec(written) ?? [];
  const kind = kinds.find((known) => same(known.name, kindName));
  if (!kind) {
    const meant = closestWord(
      kindName,
      kinds.map((known) => known.name),
    );
    const fix = meant === null ? 'say whose field it is: "opportunity\'s stage"' : `did you mean "${meant}'s ${name}"?`;
    return { says: `there is no field "${written}"`, fix };
  }
  if (figures.some((figure) => figure.kind === kind.name && same(figure.name, name))) {
    return { kind: kind.name, field: figures.find((figure) => same(figure.name, name))?.name ?? name };
  }
  const field = kind.fields.find((known) => same(known.name, name));
  if (field?.type.is === 'text') return { kind: kind.name, field: field.name };
  if (field) return { says: `"${written}" holds no choices`, fix: 'an order is of texts' };
  const meant = closestWord(
    name,
    kind.fields.map((known) => known.name),
  );
  const fix = meant === null ? '' : `did you mean "${kind.name}'s ${meant}"?`;
  return { says: `${withArticle(kind.name)} has no field "${name}"`, fix };
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
