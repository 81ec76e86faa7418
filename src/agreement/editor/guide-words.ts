import { table } from './markdown.ts';
import type { Agreement } from '../../values/agreement.ts';
import type { Catalogue, Field, RecordKind } from '../../values/catalogue.ts';
import type { ValueType } from '../../values/tree.ts';

/** What a company can name. */
export type Named = Pick<Agreement, 'terms' | 'figures' | 'orders' | 'teams' | 'calendars' | 'metrics'>;

/** The company's own words, a section a kind of thing; of what there is none, nothing is said. */
export function companyWords(named: Named, catalogue: Catalogue): string[] {
  const { terms, figures, orders, teams, calendars } = named;
  return [
    '## Words of this company',
    ...section(
      'Terms',
      ['term', 'is', 'in words'],
      terms.map(({ name, isA, kind, inWords }) => [name, isA ?? kind, inWords]),
    ),
    ...section(
      'Figures',
      ['figure', 'of', 'is', 'in words'],
      figures.map(({ name, term, kind, type, inWords }) => [name, term ?? kind, typeName(type), inWords]),
    ),
    ...section(
      'Orders',
      ['order', 'from first to last'],
      orders.map(({ name, choices }) => [name, choices.join(', ')]),
    ),
    ...section(
      'Teams',
      ['team', 'is called'],
      teams.map(({ slug, name }) => [slug, name]),
    ),
    ...section(
      'Calendars',
      ['calendar'],
      calendars.map(({ slug }) => [slug]),
    ),
    '### Records and their fields',
    'Only fields that some source fills are listed; what else could be mapped stands in the guide to the sources.',
    ...catalogue.kinds.filter(isFilled).map(recordSection),
  ];
}

function section(title: string, heads: readonly string[], lines: readonly (readonly string[])[]): string[] {
  return lines.length === 0 ? [] : [`### ${title}`, table(heads, lines)];
}

const isFilled = ({ fields }: RecordKind): boolean => fields.some(({ mapped }) => mapped);

function recordSection({ name, means, fields, related, happens }: RecordKind): string {
  const lines = fields.filter(({ mapped }) => mapped).map((field) => [field.name, typeName(field.type), field.means]);
  const others = related.length === 0 ? '' : ` It has ${related.map(({ kind }) => kind).join(', ')}.`;
  return `#### ${name}\n\n${means}. It happens when it is ${happens}.${others}\n\n${table(['field', 'is', 'means'], lines)}`;
}

/** A type in the words of the guide. */
export function typeName(type: Field['type'] | ValueType): string {
  switch (type.is) {
    case 'moment': {
      const what = type.precision === 'day' ? 'a day' : 'a moment';
      return type.may === 'be a plan' ? `${what}, perhaps ahead` : what;
    }
    case 'link':
      return `a link to ${type.to}`;
    case 'duration':
      return type.unit;
    case 'yes-no':
      return 'yes or no';
    case 'money':
      return 'an amount';
    default:
      return `a ${type.is}`;
  }
}
